package dev.simulacra.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The MNIST database of handwritten digits, in the folder that holds its four IDX files, compressed by gzip or plain.
///
/// Nothing is read before it is asked for, and nothing is kept. Any number of images will do, so that an extract or
/// another set of pictures in the same format can stand in.
public record Mnist(Path folder) {
    /// The width and the height of a picture, in pixels.
    public static final int SIDE = 28;

    /// Grey pictures of 28 by 28 pixels, one after the other, row by row: 0 is background, 1 is ink.
    @SuppressWarnings("ArrayRecordComponent") // 188 MB for the training images: handed over rather than copied
    public record Images(int count, float[] pixels) {
    }

    /// The database in `folder`; no file is opened yet.
    public static Mnist in(Path folder) {
        return new Mnist(folder);
    }

    /// The 60,000 pictures for training.
    public Images trainImages() throws IOException {
        return images("train-images-idx3-ubyte");
    }

    /// The file that holds the pictures for training.
    ///
    /// @throws IOException where there is none; the message says where to get it
    public Path trainImagesFile() throws IOException {
        return file("train-images-idx3-ubyte");
    }

    /// The file that holds their labels.
    ///
    /// @throws IOException where there is none; the message says where to get it
    public Path trainLabelsFile() throws IOException {
        return file("train-labels-idx1-ubyte");
    }

    /// The 10,000 pictures for testing.
    public Images testImages() throws IOException {
        return images("t10k-images-idx3-ubyte");
    }

    /// The digits that the pictures for training show, 0 to 9.
    public byte[] trainLabels() throws IOException {
        return labels("train-labels-idx1-ubyte");
    }

    /// The digits that the pictures for testing show, 0 to 9.
    public byte[] testLabels() throws IOException {
        return labels("t10k-labels-idx1-ubyte");
    }

    private Images images(String name) throws IOException {
        Path file = file(name);
        Idx idx = Idx.read(file);
        int[] extents = idx.extents();
        if (extents.length != 3 || extents[1] != SIDE || extents[2] != SIDE) {
            throw new IOException("read " + file + ": it holds an array with the extents " + Arrays.toString(extents)
                    + "; images of 28 by 28 are required");
        }
        float[] pixels = new float[idx.values().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (idx.values()[i] & 0xff) / 255f;
        }
        return new Images(extents[0], pixels);
    }

    private byte[] labels(String name) throws IOException {
        Path file = file(name);
        Idx idx = Idx.read(file);
        if (idx.extents().length != 1) {
            throw new IOException("read " + file + ": it holds an array with the extents "
                    + Arrays.toString(idx.extents()) + "; one label after the other is required");
        }
        return idx.values();
    }

    private Path file(String name) throws IOException {
        Path compressed = folder.resolve(name + ".gz");
        Path plain = folder.resolve(name);
        if (Files.exists(compressed)) {
            return compressed;
        }
        if (Files.exists(plain)) {
            return plain;
        }
        throw new IOException("read MNIST: there is neither " + compressed + " nor " + name + " beside it; get the "
                + "file from Yann LeCun's page of the MNIST database of handwritten digits (yann.lecun.com/exdb/mnist) "
                + "or from the mirror ossci-datasets, put it into a folder and name the folder by --data DIR or "
                + "SIMULACRA_DATA");
    }
}
