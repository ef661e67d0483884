package dev.simulacra.data;

import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// A data set whose examples have labels: rows `[x, y]`, y an indicator row as in [Labels].
///
/// @param examples x
/// @param labels   y, row by row
public record LabelledDataset(Dataset examples, Dataset labels) implements Distribution {
    /// @throws IllegalArgumentException where there is not one label for each example
    public LabelledDataset {
        if (examples.rows() != labels.rows()) {
            throw new IllegalArgumentException("labelled data: " + examples.rows() + " examples and " + labels.rows()
                    + " labels; each example must have one");
        }
    }

    /// `examples` with a label each, by its number among `count`.
    ///
    /// @throws IllegalArgumentException where there is not one for each, or one is not below `count`
    public static LabelledDataset of(Dataset examples, int[] numbers, int count) {
        float[] rows = new float[Math.multiplyExact(numbers.length, count)];
        for (int row = 0; row < numbers.length; row++) {
            if (numbers[row] < 0 || numbers[row] >= count) {
                throw new IllegalArgumentException("labelled data: row " + row + " has the label " + numbers[row]
                        + "; there are 0 to " + (count - 1));
            }
            rows[row * count + numbers[row]] = 1;
        }
        return new LabelledDataset(examples, new Dataset(examples.name() + " labels", numbers.length, count, rows));
    }

    @Override
    public int dimension() {
        return examples.columns() + labels.columns();
    }

    /// Both are rows of the same numbers, which the stream draws.
    @Override
    public Tensor sample(String stream, int m) {
        return Tensor.concatenate(1, List.of(examples.minibatch(stream, m), labels.minibatch(stream, m)));
    }

    /// The law of the labels, each with its share of the examples.
    public Labels law() {
        double[] shares = new double[labels.columns()];
        for (int i = 0; i < labels.values().length; i++) {
            shares[i % shares.length] += labels.values()[i];
        }
        return new Labels(Arrays.stream(shares).map(count -> count / labels.rows()).toArray());
    }
}
