package dev.simulacra.analysis.metrics;

import java.util.Locale;

/// The number of samples, rows and columns of a table that are judged, known before training.
///
/// - Samples are 100,000, fewer where their values would be more than 20 million.
/// - Covariances look at every s-th column, s the least that leaves at most 300 of them, and at so few samples and rows
///   that they take at most 4·10⁹ multiplications each.
///
/// @param samples       how many samples are judged
/// @param momentSamples how many of them, and of the rows, have their covariance taken
/// @param columnStep    s
public record JudgedSize(int samples, int momentSamples, int columnStep) {
    private static final int MOST_SAMPLES = 100_000;
    private static final int LEAST_SAMPLES = 1000;
    private static final long MOST_VALUES = 20_000_000;
    private static final int MOST_COLUMNS = 300;
    private static final double MOST_PRODUCTS = 4e9;

    /// The size for a table of `columns` columns.
    ///
    /// @throws IllegalArgumentException where 1,000 samples, fewer than which say little, would have more than 20
    ///     million values
    public static JudgedSize requireFeasible(int columns) {
        if ((long) LEAST_SAMPLES * columns > MOST_VALUES) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "judging: %,d samples of %,d columns are more than %,d numbers; at most %,d columns are possible",
                    LEAST_SAMPLES, columns, MOST_VALUES, MOST_VALUES / LEAST_SAMPLES));
        }
        int samples = (int) Math.min(MOST_SAMPLES, MOST_VALUES / columns);
        int step = Math.ceilDiv(columns, MOST_COLUMNS);
        double d = Math.ceilDiv(columns, step);
        return new JudgedSize(samples, (int) Math.min(samples, MOST_PRODUCTS / (d * d)), step);
    }
}
