package dev.simulacra.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Numbers of four or eight bytes, least significant first, moved between arrays and streams a block at a time.
final class LittleEndian {
    private static final int BLOCK = 1 << 14;

    private LittleEndian() {
    }

    static void write(float[] values, OutputStream out) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(4 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0, count; from < values.length; from += count) {
            count = Math.min(BLOCK, values.length - from);
            block.asFloatBuffer().put(values, from, count);
            out.write(block.array(), 0, 4 * count);
        }
    }

    static void write(double[] values, OutputStream out) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(8 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0, count; from < values.length; from += count) {
            count = Math.min(BLOCK, values.length - from);
            block.asDoubleBuffer().put(values, from, count);
            out.write(block.array(), 0, 8 * count);
        }
    }

    /// Fills `values` from the stream.
    ///
    /// @throws EOFException where the stream ends before
    static void read(float[] values, InputStream in) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(4 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0, count; from < values.length; from += count) {
            count = Math.min(BLOCK, values.length - from);
            if (in.readNBytes(block.array(), 0, 4 * count) < 4 * count) {
                throw new EOFException();
            }
            block.asFloatBuffer().get(values, from, count);
        }
    }
}
