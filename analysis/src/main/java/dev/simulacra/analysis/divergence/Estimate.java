package dev.simulacra.analysis.divergence;

/// The mean of independent observations and its standard error.
public record Estimate(double mean, double standardError) {
    /// The estimate from `observations`, at least two.
    public static Estimate of(double[] observations) {
        int n = observations.length;
        if (n < 2) {
            throw new IllegalArgumentException("estimate: " + n + " observations; there must be at least two");
        }
        double mean = 0;
        for (double x : observations) {
            mean += x / n;
        }
        double squares = 0;
        for (double x : observations) {
            squares += (x - mean) * (x - mean);
        }
        return new Estimate(mean, Math.sqrt(squares / (n - 1.0) / n));
    }

    /// The sum of this and an estimate from other observations.
    Estimate plus(Estimate other) {
        return new Estimate(mean + other.mean, StrictMath.hypot(standardError, other.standardError));
    }
}
