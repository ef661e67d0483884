package dev.simulacra.judging.metrics;

import dev.simulacra.analysis.metrics.KolmogorovSmirnov;

/// The mean distances that finite samples of one law show, which a perfect generator cannot fall below in the mean.
public final class ExpectedDistance {
    private ExpectedDistance() {}

    /// The mean Kolmogorov–Smirnov distance of `n1` and `n2` values of one continuous law, `.8687 √(1/n₁ + 1/n₂)`;
    /// less where values repeat.
    public static double kolmogorovSmirnov(long n1, long n2) {
        return KolmogorovSmirnov.expected(n1, n2);
    }

    /// The mean total variation distance of `n1` and `n2` words with these probabilities, by the normal law of each
    /// share: `½ Σ √(2/π) √(p (1 − p) (1/n₁ + 1/n₂))`.
    public static double totalVariation(double[] p, long n1, long n2) {
        double sum = 0;
        for (double share : p) {
            sum += Math.sqrt(2 / Math.PI * share * (1 - share) * (1.0 / n1 + 1.0 / n2));
        }
        return sum / 2;
    }
}
