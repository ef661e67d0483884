package dev.simulacra.io;

import dev.simulacra.tensor.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Arrays of 64-bit floats in NumPy's `.npy` format, version 1.0: little-endian, row-major.
///
/// Source: the description of the format in NumPy's documentation, `numpy.lib.format`.
public final class Npy {
    private static final int ALIGNMENT = 64;
    private static final int BEFORE_DICTIONARY = 10;

    private Npy() {
    }

    /// Writes an array of `shape` to `file` atomically; see [#write(OutputStream, Shape, Iterable)].
    public static void write(Path file, Shape shape, Iterable<double[]> blocks) throws IOException {
        AtomicFile.write(file, out -> write(out, shape, blocks));
    }

    /// Writes an array of `shape`, whose values come in blocks of any length, one after the other in row-major order:
    /// samples are many, and each block can be made when it is asked for.
    ///
    /// @throws IllegalArgumentException where the blocks do not hold exactly as many values as `shape`
    public static void write(OutputStream out, Shape shape, Iterable<double[]> blocks) throws IOException {
        write(out, Arrays.stream(shape.extents()).asLongStream().toArray(), blocks);
    }

    /// Writes an array of shape (`rows`, `columns`) to `file` atomically. It may have more elements than a [Shape] can.
    ///
    /// @throws IllegalArgumentException where the blocks do not hold exactly as many values
    public static void writeRows(Path file, long rows, int columns, Iterable<double[]> blocks) throws IOException {
        AtomicFile.write(file, out -> writeRows(out, rows, columns, blocks));
    }

    static void writeRows(OutputStream out, long rows, int columns, Iterable<double[]> blocks) throws IOException {
        write(out, new long[] {rows, columns}, blocks);
    }

    private static void write(OutputStream out, long[] extents, Iterable<double[]> blocks) throws IOException {
        long size = Arrays.stream(extents).reduce(1, Math::multiplyExact);
        out.write(header(extents));
        long written = 0;
        for (double[] block : blocks) {
            written += block.length;
            LittleEndian.write(block, out);
        }
        if (written != size) {
            throw new IllegalArgumentException("npy: an array of shape " + tuple(extents) + " was given " + written
                    + " values; it must have " + size);
        }
    }

    /// The shape as Python writes it.
    private static String tuple(long[] extents) {
        String listed = Arrays.stream(extents).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return "(" + listed + (extents.length == 1 ? ",)" : ")");
    }

    private static byte[] header(long[] extents) {
        String dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': " + tuple(extents) + ", }";
        int padding = Math.floorMod(-(BEFORE_DICTIONARY + dictionary.length() + 1), ALIGNMENT);
        int length = dictionary.length() + padding + 1;
        String header = "\u0093NUMPY\1\0" + (char) (length & 0xff) + (char) (length >> 8)
                + dictionary + " ".repeat(padding) + "\n";
        return header.getBytes(StandardCharsets.ISO_8859_1);
    }
}
