package dev.simulacra.data;

import java.util.Arrays;

/// Rows `[x, y]` taken apart.
///
/// @param columns  the number of columns of x
/// @param examples the rows of x, row-major
/// @param labels   the number of each row's label
public record LabelledRows(int columns, float[] examples, int... labels) {
    /// @throws IllegalArgumentException where there is not one label for each row
    public LabelledRows {
        if (columns < 0 || examples.length != (long) columns * labels.length) {
            throw new IllegalArgumentException("labelled rows: " + examples.length + " values with " + columns
                    + " columns and " + labels.length + " labels; each row must have one");
        }
    }

    /// The first `columns` of `columns + count` columns as x, and as label the number of the column behind them that
    /// is largest: the 1 of an indicator row.
    public static LabelledRows of(float[] rows, int columns, int count) {
        int width = columns + count;
        int n = rows.length / width;
        float[] examples = new float[n * columns];
        int[] labels = new int[n];
        for (int row = 0; row < n; row++) {
            System.arraycopy(rows, row * width, examples, row * columns, columns);
            labels[row] = largest(rows, row * width + columns, count);
        }
        return new LabelledRows(columns, examples, labels);
    }

    /// Rows `[x, k]` with the label's number k as their last column.
    public float[] numbered() {
        float[] rows = new float[examples.length + labels.length];
        for (int row = 0; row < labels.length; row++) {
            System.arraycopy(examples, row * columns, rows, row * (columns + 1), columns);
            rows[row * (columns + 1) + columns] = labels[row];
        }
        return rows;
    }

    private static int largest(float[] values, int from, int count) {
        int largest = 0;
        for (int k = 1; k < count; k++) {
            if (values[from + k] > values[from + largest]) {
                largest = k;
            }
        }
        return largest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelledRows(var c, var x, var y)
                && columns == c
                && Arrays.equals(examples, x)
                && Arrays.equals(labels, y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(examples) + Arrays.hashCode(labels);
    }

    @Override
    public String toString() {
        return labels.length + " rows of " + columns + " columns and a label";
    }
}
