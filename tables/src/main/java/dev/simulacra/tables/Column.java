package dev.simulacra.tables;

import java.util.List;

/// The cells of one column in memory.
///
/// Arrays are not copied; nobody changes them after a column is made.
public sealed interface Column {
    /// The number of cells.
    int rows();

    /// Whether the cell of `row` is missing.
    boolean isMissing(int row);

    /// Numbers, dates and times, by the units of their [kind][dev.simulacra.tables.schema.ColumnKind]; NaN is missing.
    @SuppressWarnings("ArrayRecordComponent") // columns are large, and are handed over rather than copied
    record Numbers(double[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }
    }

    /// Words by their numbers; −1 is missing.
    ///
    /// @param words the words, whose positions are their numbers
    @SuppressWarnings("ArrayRecordComponent")
    record Words(List<String> words, int[] codes) implements Column {
        public Words {
            words = List.copyOf(words);
        }

        @Override
        public int rows() {
            return codes.length;
        }

        @Override
        public boolean isMissing(int row) {
            return codes[row] < 0;
        }
    }

    /// Cells of a column that is not learned; their values are not kept.
    record Unlearned(int rows) implements Column {
        @Override
        public boolean isMissing(int row) {
            return false;
        }
    }
}
