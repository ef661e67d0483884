package dev.simulacra.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class PngTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void greyRunsFromBlackToWhiteAndIsClipped() throws IOException {
        Png.grey(Values.of(0.0, 1, .5, -3, 7, .2), 3, 2, out);

        assertThat(decoded(out.toByteArray(), 3, 2, 0)).containsExactly(0, 255, 128, 0, 255, 51);
    }

    @Test
    void coloursAreKept() throws IOException {
        Png.rgb(new int[] {0xff0000, 0x00ff00, 0x0000ff, 0x123456}, 2, 2, out);

        assertThat(decoded(out.toByteArray(), 2, 2, 2))
                .containsExactly(255, 0, 0, 0, 255, 0, 0, 0, 255, 0x12, 0x34, 0x56);
    }

    @Test
    void aGridHasTwoPixelsBetweenPicturesAndMayEndEarly() throws IOException {
        Images images = new Images(Values.of(0, 0, .2f, .2f, 1, 1), 2, 1, 2, 1, "");

        assertThat(decoded(new PngRenderer().render(images), 6, 4, 0)).containsExactly(
                0, 0, 128, 128, 51, 51,
                128, 128, 128, 128, 128, 128,
                128, 128, 128, 128, 128, 128,
                255, 255, 128, 128, 128, 128);
    }

    @Test
    void imagesAreMagnifiedPixelByPixel() throws IOException {
        Images images = new Images(Values.of(0f, 1), 2, 1, 1, 2, "");

        assertThat(decoded(new PngRenderer().render(images), 4, 2, 0)).containsExactly(0, 0, 255, 255, 0, 0, 255, 255);
    }

    /// A generator that diverged, or none that was asked, is still drawn after the training.
    @Test
    void pixelsThatAreNoNumbersAndNoImagesAtAllAreGrey() throws IOException {
        Images notANumber = new Images(Values.of(Float.NaN, 1), 2, 1, 1, 1, "");
        Images none = new Images(Values.of(new double[0]), 2, 1, 1, 1, "");

        assertThat(decoded(new PngRenderer().render(notANumber), 2, 1, 0)).containsExactly(128, 255);
        assertThat(decoded(new PngRenderer().render(none), 2, 1, 0)).containsExactly(128, 128);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatThrownBy(() -> Png.grey(Values.of(new double[5]), 3, 2, out)).hasMessageContaining("5 samples");
        assertThatThrownBy(() -> Png.grey(Values.of(new double[0]), 0, 2, out)).hasMessageContaining("0 by 2");
        assertThatThrownBy(() -> Png.grey(Values.of(Double.NaN), 1, 1, out)).hasMessageContaining("pixel 0 is NaN");
        assertThatThrownBy(() -> Png.rgb(new int[3], 2, 2, out)).hasMessageContaining("png: ");
        assertThatThrownBy(() -> new Images(Values.of(new double[5]), 2, 2, 3, 1, ""))
                .hasMessageContaining("5 pixels are no whole images of 2 by 2");
        assertThatThrownBy(() -> new Images(Values.of(new double[4]), 2, 2, 0, 1, ""))
                .hasMessageContaining("0 columns");
        assertThat(out.size()).isZero();
    }

    /// Reads by the published description, with pictures of the expected extents and type of colour, without filters:
    /// signature, then chunks of length, type, content and check sum; the samples are compressed row by row.
    private static List<Integer> decoded(byte[] file, int width, int height, int colour) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file);
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
