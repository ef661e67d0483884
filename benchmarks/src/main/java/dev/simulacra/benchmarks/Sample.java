package dev.simulacra.benchmarks;

import java.util.Arrays;

/// Measurements of one thing, one a round.
///
/// @param values in the order of the rounds, at least one
record Sample(double... values) {
    Sample {
        if (values.length == 0) {
            throw new IllegalArgumentException("sample: there must be at least one measurement");
        }
    }

    /// The middle value, or the mean of the two in the middle.
    double median() {
        return quantile(0.5);
    }

    /// The value below which the share `q` of the measurements lies, between neighbours along a straight line.
    double quantile(double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = q * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /// Each measurement over that of `other` in the same round.
    Sample over(Sample other) {
        double[] ratios = new double[values.length];
        Arrays.setAll(ratios, i -> values[i] / other.values[i]);
        return new Sample(ratios);
    }
}
