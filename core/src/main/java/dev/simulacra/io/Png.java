package dev.simulacra.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Pictures in the PNG format, 8 bits a channel, written atomically.
///
/// The JDK's own encoder is in the desktop module, which a library without windows need not ask for. Source: W3C,
/// Portable Network Graphics (PNG) Specification.
public final class Png {
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int GAP = 2;
    private static final float GAP_GREY = .5f;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Png() {
    }

    /// Writes a grey picture from `pixels`, row by row from the top, 0 black to 1 white; what lies outside is clipped.
    ///
    /// @throws IllegalArgumentException where a pixel is NaN or the number of pixels is not `width · height`
    public static void grey(float[] pixels, int width, int height, Path file) throws IOException {
        requireSize(pixels.length, width, height);
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            if (Float.isNaN(pixels[i])) {
                throw new IllegalArgumentException("png: pixel " + i + " is NaN; a number from 0 to 1 is required");
            }
            bytes[i] = (byte) Math.round(255 * Math.clamp(pixels[i], 0f, 1f));
        }
        AtomicFile.write(file, out -> write(out, width, height, GREY, bytes));
    }

    /// Writes a picture in colour from `pixels`, row by row from the top, each `0xRRGGBB`.
    public static void rgb(int[] pixels, int width, int height, Path file) throws IOException {
        requireSize(3L * pixels.length, width, 3L * height);
        byte[] bytes = new byte[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[3 * i] = (byte) (pixels[i] >> 16);
            bytes[3 * i + 1] = (byte) (pixels[i] >> 8);
            bytes[3 * i + 2] = (byte) pixels[i];
        }
        AtomicFile.write(file, out -> write(out, width, height, RGB, bytes));
    }

    /// Writes the grey pictures in `images`, one after the other and each `width` by `height`, as a grid with `columns`
    /// in a row and 2 pixels of mid-grey between neighbours. The last row may be incomplete.
    public static void greyGrid(float[] images, int width, int height, int columns, Path file) throws IOException {
        int count = images.length / Math.max(1, width * height);
        requireSize(images.length, width, (long) height * count);
        if (columns < 1) {
            throw new IllegalArgumentException("png: a grid has " + columns + " columns; at least 1 is required");
        }
        int rows = Math.ceilDiv(count, columns);
        int gridWidth = Math.multiplyExact(columns, width + GAP) - GAP;
        int gridHeight = Math.multiplyExact(rows, height + GAP) - GAP;
        float[] grid = new float[Math.multiplyExact(gridWidth, gridHeight)];
        Arrays.fill(grid, GAP_GREY);
        for (int line = 0; line < count * height; line++) {
            int image = line / height;
            int top = image / columns * (height + GAP) + line % height;
            int left = image % columns * (width + GAP);
            System.arraycopy(images, line * width, grid, top * gridWidth + left, width);
        }
        grey(grid, gridWidth, gridHeight, file);
    }

    private static void requireSize(long samples, int width, long height) {
        if (width < 1 || height < 1 || samples > Integer.MAX_VALUE || samples != width * height) {
            throw new IllegalArgumentException("png: " + samples + " samples do not make a picture of " + width + " by "
                    + height + "; extents of at least 1 and as many samples as their product are required");
        }
    }

    private static void write(OutputStream out, int width, int height, int colour, byte[] samples) throws IOException {
        out.write(SIGNATURE);
        byte depth = 8;
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(depth).put((byte) colour).array());
        var compressed = new ByteArrayOutputStream();
        try (var data = new DeflaterOutputStream(compressed)) {
            int stride = samples.length / height;
            for (int row = 0; row < height; row++) {
                data.write(0); // no filter: the pictures here are small
                data.write(samples, row * stride, stride);
            }
        }
        chunk(out, "IDAT", compressed.toByteArray());
        chunk(out, "IEND", new byte[0]);
    }

    private static void chunk(OutputStream out, String type, byte[] content) throws IOException {
        byte[] body = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII)).put(content).array();
        CRC32 sum = new CRC32();
        sum.update(body);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(body);
        out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
