package dev.simulacra.judging.metrics;

/// The edges of the 10 equal-width bins into which numbers are put beside categories.
public enum Binning {
    /// The real column's edges for both tables. Values below and above the real range, and missing values, have bins
    /// of their own.
    REAL_EDGES,
    /// The edges of each table's own column, as SDMetrics 0.24 takes them: a column that is shifted or stretched as a
    /// whole loses nothing. As there, the largest value has a bin of its own, with the missing values.
    SEPARATE_EDGES
}
