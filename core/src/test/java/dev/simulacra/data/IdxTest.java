package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
    @TempDir
    private Path folder;

    @Test
    void plainAndCompressedFilesHoldTheSame() throws IOException {
        byte[] bytes = idx(0x0803, 6, 2, 1, 3);
        Idx plain = Idx.read(Files.write(folder.resolve("plain"), bytes));
        Idx compressed = Idx.read(Files.write(folder.resolve("compressed.gz"), gzip(bytes)));

        assertThat(plain.extents()).containsExactly(2, 1, 3).isEqualTo(compressed.extents());
        assertThat(plain.values()).containsExactly(0, 1, 2, 3, 4, 5).isEqualTo(compressed.values());
    }

    @Test
    void aWrongBeginningIsShown() {
        assertRefused(idx(0x0d02, 4, 1, 1), "it begins with 0x00000d02");
        assertRefused(idx(0x0800, 4), "the number of its extents, at least 1");
        assertRefused(new byte[0], "truncated");
        assertRefused(new byte[] {0, 0, 8}, "truncated");
        assertRefused(idx(0x0803, 0, 2, 1), "truncated");
    }

    @Test
    void tooFewAndTooManyValuesAreCounted() {
        assertRefused(idx(0x0802, 5, 2, 3), "truncated: it has 5 values; the extents [2, 3] in its header require 6");
        assertRefused(idx(0x0802, 7, 2, 3), "it has more than 6 values; the extents [2, 3] in its header require 6");
    }

    @Test
    void extentsThatLieAreRefusedWithoutAllocatingWhatTheyClaim() {
        assertRefused(idx(0x0801, 9, 2_000_000_000), "has 9 values");
        assertRefused(idx(0x0802, 9, 65536, 65536), "fewer than 2147483647 values");
        assertRefused(idx(0x0802, 9, -1, 2), "extents of 4294967295 on axis 0");
        assertRefused(idx(0x0802, 0, 5, 0), "extents of 0 on axis 1");
    }

    @Test
    void damagedCompressionIsNamed() throws IOException {
        byte[] whole = gzip(idx(0x0801, 100, 100));
        byte[] changed = whole.clone();
        changed[changed.length - 6] ^= 1;

        assertRefused(Arrays.copyOf(whole, whole.length / 2), "truncated");
        assertRefused(changed, "damaged");
    }

    private void assertRefused(byte[] bytes, String problem) {
        Path file = folder.resolve("refused");
        assertThatThrownBy(() -> Idx.read(Files.write(file, bytes))).isInstanceOf(IOException.class)
                .hasMessageStartingWith("read " + file + ": ").hasMessageContaining(problem);
    }

    static byte[] idx(int magic, int values, int... extents) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * extents.length + values).putInt(magic);
        Arrays.stream(extents).forEach(bytes::putInt);
        for (int i = 0; i < values; i++) {
            bytes.put((byte) i);
        }
        return bytes.array();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }
}
