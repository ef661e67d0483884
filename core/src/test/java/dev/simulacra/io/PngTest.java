package dev.simulacra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngTest {
    @TempDir
    private Path folder;

    @Test
    void greyRunsFromBlackToWhiteAndIsClipped() throws IOException {
        Path file = folder.resolve("grey.png");

        Png.grey(new float[] {0, 1, .5f, -3, 7, .2f}, 3, 2, file);

        assertThat(decoded(file, 3, 2, 0)).containsExactly(0, 255, 128, 0, 255, 51);
    }

    @Test
    void coloursAreKept() throws IOException {
        Path file = folder.resolve("rgb.png");

        Png.rgb(new int[] {0xff0000, 0x00ff00, 0x0000ff, 0x123456}, 2, 2, file);

        assertThat(decoded(file, 2, 2, 2)).containsExactly(255, 0, 0, 0, 255, 0, 0, 0, 255, 0x12, 0x34, 0x56);
    }

    @Test
    void aGridHasTwoPixelsBetweenPicturesAndMayEndEarly() throws IOException {
        Path file = folder.resolve("grid.png");

        Png.greyGrid(new float[] {0, 0, .2f, .2f, 1, 1}, 2, 1, 2, file);

        assertThat(decoded(file, 6, 4, 0)).containsExactly(
                0, 0, 128, 128, 51, 51,
                128, 128, 128, 128, 128, 128,
                128, 128, 128, 128, 128, 128,
                255, 255, 128, 128, 128, 128);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        Path file = folder.resolve("none.png");

        assertThatThrownBy(() -> Png.grey(new float[5], 3, 2, file)).hasMessageContaining("5 samples");
        assertThatThrownBy(() -> Png.grey(new float[0], 0, 2, file)).hasMessageContaining("0 by 2");
        assertThatThrownBy(() -> Png.grey(new float[] {Float.NaN}, 1, 1, file)).hasMessageContaining("pixel 0 is NaN");
        assertThatThrownBy(() -> Png.rgb(new int[3], 2, 2, file)).hasMessageContaining("png: ");
        assertThatThrownBy(() -> Png.greyGrid(new float[5], 2, 2, 3, file)).hasMessageContaining("png: ");
        assertThatThrownBy(() -> Png.greyGrid(new float[4], 2, 2, 0, file)).hasMessageContaining("0 columns");
        assertThat(file).doesNotExist();
    }

    /// Reads by the published description, with pictures of the expected extents and type of colour, without filters:
    /// signature, then chunks of length, type, content and check sum; the samples are compressed row by row.
    private static List<Integer> decoded(Path file, int width, int height, int colour) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        assertThat(bytes.getLong()).isEqualTo(0x89504e470d0a1a0aL);
        assertThat(chunk(bytes, "IHDR")).isEqualTo(ByteBuffer.allocate(13)
                .putInt(width).putInt(height).put((byte) 8).put((byte) colour).array());
        var rows = new InflaterInputStream(new ByteArrayInputStream(chunk(bytes, "IDAT")));
        List<Integer> samples = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            assertThat(rows.read()).as("filter of row %d", row).isZero();
            for (byte sample : rows.readNBytes(colour == 2 ? 3 * width : width)) {
                samples.add(sample & 0xff);
            }
        }
        assertThat(rows.read()).isEqualTo(-1);
        assertThat(chunk(bytes, "IEND")).isEmpty();
        assertThat(bytes.hasRemaining()).isFalse();
        return samples;
    }

    private static byte[] chunk(ByteBuffer bytes, String type) {
        byte[] body = new byte[4 + bytes.getInt()];
        bytes.get(body);
        CRC32 sum = new CRC32();
        sum.update(body);
        assertThat((int) sum.getValue()).isEqualTo(bytes.getInt());
        assertThat(new String(body, 0, 4, StandardCharsets.US_ASCII)).isEqualTo(type);
        return Arrays.copyOfRange(body, 4, body.length);
    }
}
