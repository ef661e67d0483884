package dev.simulacra.experiments.picture;

import dev.simulacra.io.Png;
import java.io.IOException;
import java.nio.file.Path;

/// Grey images in rows and columns, each pixel a square of `magnification` pixels so that small ones can be seen.
///
/// @param width         of one image
/// @param height        of one image
/// @param columns       how many stand side by side
/// @param magnification at least 1
public record ImageGrid(int width, int height, int columns, int magnification) {
    public ImageGrid {
        if (width < 1 || height < 1 || columns < 1 || magnification < 1) {
            throw new IllegalArgumentException("image grid: " + width + " by " + height + " pixels, " + columns
                    + " columns, magnified " + magnification + " times; each must be at least 1");
        }
    }

    /// Writes `images`, one after the other and row by row, 0 black to 1 white; what lies outside is clipped.
    public void write(float[] images, Path file) throws IOException {
        Png.greyGrid(magnified(images), width * magnification, height * magnification, columns, file);
    }

    private float[] magnified(float[] images) {
        int lines = images.length / width;
        float[] large = new float[images.length * magnification * magnification];
        for (int i = 0; i < large.length; i++) {
            int line = i / (width * magnification) / magnification;
            large[i] = images[Math.min(line, lines - 1) * width + i % (width * magnification) / magnification];
        }
        return large;
    }
}
