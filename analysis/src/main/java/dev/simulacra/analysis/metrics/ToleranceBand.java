package dev.simulacra.analysis.metrics;

/// The values from `low` to `high`, where chance alone puts a quantity in 99.7 of 100 cases.
public record ToleranceBand(double low, double high) {
    private static final double STANDARD_ERRORS = 3;

    /// Three standard errors `√(np(1 − p))` around the expected number of hits among `n` with probability `p` each,
    /// cut at 0 and n.
    public static ToleranceBand ofBinomial(int n, double p) {
        double reach = STANDARD_ERRORS * Math.sqrt(n * p * (1 - p));
        return new ToleranceBand(Math.max(0, n * p - reach), Math.min(n, n * p + reach));
    }

    /// Says whether `value` lies between the bounds, which belong to the band.
    public boolean holds(double value) {
        return value >= low && value <= high;
    }

    ToleranceBand times(double c) {
        return new ToleranceBand(c * low, c * high);
    }
}
