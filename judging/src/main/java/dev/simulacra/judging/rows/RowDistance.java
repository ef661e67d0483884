package dev.simulacra.judging.rows;

/// A distance between rows of mixed cells: a sum over columns, 0 where both cells are missing.
public enum RowDistance {
    /// The mean over the columns of `min(|a − b| / range, 1)` for numbers and 0 or 1 for words; 1 where one cell is
    /// missing. Gower's distance.
    GOWER,
    /// The Euclidean distance of rows whose numbers are scaled by their range and whose words are one-hot, so that two
    /// words are √2 apart; √2 where one cell is missing.
    EUCLIDEAN;

    /// What numbers at this scaled distance add to the sum; NaN where one of them is missing.
    float ofNumbers(float difference) {
        return switch (this) {
            case GOWER -> Math.min(Math.abs(difference), 1);
            case EUCLIDEAN -> difference * difference;
        };
    }

    /// What two different words, or one missing cell, add to the sum.
    float ofDifferent() {
        return switch (this) {
            case GOWER -> 1;
            case EUCLIDEAN -> 2;
        };
    }

    /// The distance of a sum over `columns` columns.
    double of(float sum, int columns) {
        return switch (this) {
            case GOWER -> (double) sum / columns;
            case EUCLIDEAN -> Math.sqrt(sum);
        };
    }
}
