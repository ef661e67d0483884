package dev.simulacra.experiments.figure;

import dev.simulacra.data.Mnist;
import dev.simulacra.figures.Images;
import dev.simulacra.figures.Values;

/// Pictures of digits in rows and columns, large enough to be read.
public final class DigitsFigure {
    private static final int MAGNIFICATION = 2;

    private DigitsFigure() {}

    /// The figure of `digits`, one after the other and row by row, with `columns` side by side.
    public static Images of(float[] digits, int columns) {
        int count = digits.length / (Mnist.SIDE * Mnist.SIDE);
        return new Images(Values.of(digits), Mnist.SIDE, Mnist.SIDE, columns, MAGNIFICATION,
                count + " pictures of digits, " + columns + " in a row.");
    }
}
