package dev.simulacra.data;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;

/// A table of numbers, `(rows, columns)` row-major; each row is one example. The array is not copied.
public record Dataset(String name, int rows, int columns, float[] values) implements Distribution {
    public Dataset {
        if (rows < 1 || columns < 1 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException("dataset " + name + ": " + rows + " rows of " + columns
                    + " columns with "
                    + values.length + " values; there must be rows × columns values, and at least one");
        }
    }

    @Override
    public int dimension() {
        return columns;
    }

    /// The next `m` rows of the epochs' permutations, `(m, columns)`.
    public Tensor minibatch(String stream, int m) {
        Tensor numbers = Tensor.draw(stream, new Law.Minibatch(rows), Shape.of(m));
        return Tensor.table(name, Shape.of(rows, columns), values).gather(numbers);
    }

    @Override
    public Tensor sample(String stream, int m) {
        return minibatch(stream, m);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dataset(var n, var r, var c, var v)
                && name.equals(n)
                && rows == r
                && columns == c
                && Arrays.equals(values, v);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "dataset " + name + " (" + rows + ", " + columns + ")";
    }
}
