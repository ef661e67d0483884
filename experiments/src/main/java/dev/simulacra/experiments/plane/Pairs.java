package dev.simulacra.experiments.plane;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Distribution;
import dev.simulacra.tensor.Tensor;

/// A distribution of some columns of a table whose rows are shuffled as a whole: in one draw, every stream and every
/// choice of columns sees the same rows.
///
/// @param table the rows
/// @param from  the first column
/// @param to    the column behind the last
record Pairs(Dataset table, int from, int to) implements Distribution {

    /// The table with the rows of `left` beside those of `right`, each of `columns` numbers.
    static Dataset of(float[] left, float[] right, int columns) {
        int rows = left.length / columns;
        float[] values = new float[2 * left.length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(left, row * columns, values, 2 * row * columns, columns);
            System.arraycopy(right, row * columns, values, (2 * row + 1) * columns, columns);
        }
        return new Dataset("pairs", rows, 2 * columns, values);
    }

    @Override
    public int dimension() {
        return to - from;
    }

    @Override
    public Tensor sample(String stream, int m) {
        return table.minibatch("pairs", m).slice(1, from, to);
    }
}
