package dev.simulacra.figures;

import java.util.Arrays;

/// Grey images in rows and columns, two pixels of mid-grey between neighbours. The last row may be incomplete.
///
/// @param pixels        of one image after the other, row by row from the top, 0 black to 1 white; what lies outside is
///                      clipped, and NaN is mid-grey
/// @param width         of one image
/// @param height        of one image
/// @param columns       the number of images in a row
/// @param magnification the side of the square that stands for a pixel, at least 1
public record Images(Values pixels, int width, int height, int columns, int magnification, String description)
        implements Figure {
    private static final int GAP = 2;
    private static final double GREY = 0.5;

    public Images {
        description = Label.of(description, Label.MOST_OF_DESCRIPTION);
        if (width < 1 || height < 1 || columns < 1 || magnification < 1) {
            throw new IllegalArgumentException("images: " + width + " by " + height + " pixels, " + columns
                    + " columns, magnified " + magnification + " times; each must be at least 1");
        }
        if (pixels.size() % Math.multiplyExact(width, height) != 0) {
            throw new IllegalArgumentException("images: " + pixels.size() + " pixels are no whole images of " + width
                    + " by " + height);
        }
    }

    /// The number of images.
    public int count() {
        return pixels.size() / (width * height);
    }

    /// The width of all in pixels.
    int gridWidth() {
        return Math.multiplyExact(columns, width * magnification + GAP) - GAP;
    }

    /// The height of all in pixels; that of one row where there are no images.
    int gridHeight() {
        return Math.multiplyExact(Math.max(1, Math.ceilDiv(count(), columns)), height * magnification + GAP) - GAP;
    }

    /// The pixels of all, from 0 to 1, row by row.
    Values grid() {
        double[] grid = new double[Math.multiplyExact(gridWidth(), gridHeight())];
        Arrays.fill(grid, GREY);
        for (int image = 0; image < count(); image++) {
            int top = image / columns * (height * magnification + GAP);
            int left = image % columns * (width * magnification + GAP);
            for (int i = 0; i < width * height * magnification * magnification; i++) {
                int row = i / (width * magnification);
                int column = i % (width * magnification);
                double pixel = pixels.at((image * height + row / magnification) * width + column / magnification);
                grid[(top + row) * gridWidth() + left + column] =
                        Double.isNaN(pixel) ? GREY : Math.clamp(pixel, 0, 1);
            }
        }
        return Values.of(grid);
    }
}
