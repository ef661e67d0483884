package dev.simulacra.figures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// The PNG format, 8 bits a channel. Equal pixels have equal bytes in every version of the JDK's imaging.
///
/// Source: W3C, Portable Network Graphics (PNG) Specification.
public final class Png {
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Png() {
    }

    /// Writes a grey picture from `pixels`, row by row from the top, 0 black to 1 white; what lies outside is clipped.
    ///
    /// @throws IllegalArgumentException where a pixel is NaN or the number of pixels is not `width · height`
    public static void grey(Values pixels, int width, int height, OutputStream out) throws IOException {
        requireSize(pixels.size(), width, height);
        byte[] bytes = new byte[pixels.size()];
        for (int i = 0; i < bytes.length; i++) {
            float pixel = (float) pixels.at(i);
            if (Float.isNaN(pixel)) {
                throw new IllegalArgumentException("png: pixel " + i + " is NaN; a number from 0 to 1 is required");
            }
            bytes[i] = (byte) Math.round(255 * Math.clamp(pixel, 0f, 1f));
        }
        write(out, width, height, GREY, bytes);
    }

    /// Writes a picture in colour from `pixels`, row by row from the top, each `0xRRGGBB`.
    ///
    /// @throws IllegalArgumentException where the number of pixels is not `width · height`
    public static void rgb(int[] pixels, int width, int height, OutputStream out) throws IOException {
        requireSize(3L * pixels.length, width, 3L * height);
        byte[] bytes = new byte[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[3 * i] = (byte) (pixels[i] >> 16);
            bytes[3 * i + 1] = (byte) (pixels[i] >> 8);
            bytes[3 * i + 2] = (byte) pixels[i];
        }
        write(out, width, height, RGB, bytes);
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
