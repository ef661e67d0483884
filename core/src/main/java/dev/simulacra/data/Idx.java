package dev.simulacra.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The content of an IDX file of unsigned bytes: the extents of an array, outermost first, and its values, row-major.
///
/// ```text
/// 2 bytes           0
/// 1 byte            the type of the values: 0x08, unsigned byte, is the only one read here
/// 1 byte            d, the number of extents
/// d times 4 bytes   the extents, big-endian
/// the rest          the values
/// ```
///
/// Source: LeCun, Cortes and Burges, The MNIST database of handwritten digits.
@SuppressWarnings("ArrayRecordComponent") // data are large, and are handed over rather than copied
public record Idx(int[] extents, byte[] values) {
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int GZIP = 0x1f8b;

    /// Reads `file`, which may be compressed by gzip: its first bytes tell. The values are allocated as they come in,
    /// never as the header claims them.
    ///
    /// @throws IOException that names the file, what was found and what is required
    public static Idx read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return content(decompressed(in));
        } catch (NoSuchFileException e) {
            throw new IOException("read " + file + ": there is no such file", e);
        } catch (EOFException e) {
            throw new IOException("read " + file + ": it is truncated: the compressed data or the header end early", e);
        } catch (ZipException e) {
            throw new IOException("read " + file + ": it is damaged: the compressed data are not gzip's", e);
        } catch (IOException e) {
            throw new IOException("read " + file + ": " + e.getMessage(), e);
        }
    }

    private static InputStream decompressed(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read() << 8 | in.read();
        in.reset();
        return first == GZIP ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static Idx content(InputStream in) throws IOException {
        int magic = integer(in);
        int rank = magic & 0xff;
        if (magic >>> 8 != UNSIGNED_BYTE || rank == 0) {
            throw new IOException(String.format("it begins with 0x%08x; an IDX file of unsigned bytes begins with "
                    + "0x000008 and the number of its extents, at least 1", magic));
        }
        int[] extents = new int[rank];
        long size = 1;
        for (int axis = 0; axis < rank; axis++) {
            extents[axis] = integer(in);
            size = extents[axis] < 1 ? 0 : Math.min(size * extents[axis], Integer.MAX_VALUE);
            if (size == 0 || size == Integer.MAX_VALUE) {
                throw new IOException("its header claims extents of " + Integer.toUnsignedString(extents[axis])
                        + " on axis " + axis + " and too few or too many values in all; extents of at least 1 and "
                        + "fewer than 2147483647 values are required");
            }
        }
        return new Idx(extents, values(in, (int) size, extents));
    }

    private static byte[] values(InputStream in, int size, int[] extents) throws IOException {
        byte[] values = in.readNBytes(size);
        boolean more = values.length == size && in.read() >= 0;
        if (values.length < size || more) {
            throw new IOException((more ? "it has more than " : "it is truncated: it has ") + values.length
                    + " values; the extents " + Arrays.toString(extents) + " in its header require " + size);
        }
        return values;
    }

    private static int integer(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(4);
        if (bytes.length < 4) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).getInt();
    }
}
