package dev.simulacra.nn;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// A layer that multiplies the last columns of its input by a factor, and leaves the others as they are.
///
/// In front of a network that reads a label beside a picture it makes the label as loud as the picture: weights start
/// equally large for all columns, and a single 1 would be lost among hundreds of pixels.
///
/// @param columns how many columns
/// @param factor  above 0
public record ColumnScaling(int columns, double factor) implements Layer {
    /// @throws IllegalArgumentException where there are no columns, or the factor is not above 0 and finite
    public ColumnScaling {
        if (columns < 1 || !((float) factor > 0 && (float) factor < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("emphasis: " + columns + " columns by " + factor
                    + "; there must be at least 1, and the factor above 0 and finite as a float");
        }
    }

    /// @throws IllegalArgumentException where x is no matrix of as many columns or more
    @Override
    public Tensor apply(Tensor x, ForwardPass pass) {
        if (x.shape().rank() != 2 || x.shape().extent(1) < columns) {
            throw new IllegalArgumentException("emphasis: the input is " + x.shape() + "; it must be rows of at least "
                    + columns + " columns, the last of which are multiplied");
        }
        float[] factors = new float[x.shape().extent(1)];
        Arrays.fill(factors, 1);
        Arrays.fill(factors, factors.length - columns, factors.length, (float) factor);
        return x.times(Tensor.table("emphasis", Shape.of(1, factors.length), factors));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}
