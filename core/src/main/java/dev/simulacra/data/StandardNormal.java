package dev.simulacra.data;

import static dev.simulacra.data.ErrorFunction.bell;
import static dev.simulacra.data.ErrorFunction.erf;
import static dev.simulacra.data.ErrorFunction.scaled;

/// The probabilities of N(0, 1) on the line, with relative errors below 10⁻¹⁵ to 37 deviations, where they are
/// 6·10⁻³⁰⁰. From 37.6 on they are subnormal numbers or 0.
public final class StandardNormal {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);
    private static final double NARROW = 0.01;

    private StandardNormal() {}

    /// `Φ(x)`, the probability of less than `x`.
    public static double below(double x) {
        return above(-x);
    }

    /// `1 − Φ(x)`, the probability of more than `x`.
    public static double above(double x) {
        if (x < 0) {
            return 1 - above(-x);
        }
        return x < 1 ? 0.5 - 0.5 * erf(x * ROOT_HALF) : 0.5 * scaled(x * ROOT_HALF) * bell(x, 0.5);
    }

    /// `ln(Φ(high) − Φ(low))`, also where both lie so far out that the difference underflows.
    ///
    /// @throws IllegalArgumentException where `low > high`
    public static double logBetween(double low, double high) {
        if (low > high) {
            throw new IllegalArgumentException(
                    "normal: from " + low + " to " + high + "; the second must not be the smaller");
        }
        double width = high - low;
        double middle = low + 0.5 * width;
        if (width * Math.max(1, Math.abs(middle)) < NARROW) {
            return logAround(middle, width);
        }
        if (low < 0 && high > 0) {
            return StrictMath.log(0.5 * (erf(high * ROOT_HALF) - erf(low * ROOT_HALF)));
        }
        return low < 0 ? logBeyond(-high, -low) : logBeyond(low, high);
    }

    /// The logarithm for an interval so narrow that the difference of its ends' probabilities would cancel, by Taylor's
    /// series of the density around the middle; the next term is below 10⁻¹⁷.
    private static double logAround(double middle, double width) {
        double m = middle * middle;
        double w = width * width;
        double series = w / 24 * (m - 1) + w * w / 1920 * (m * m - 6 * m + 3);
        return StrictMath.log(width) - 0.5 * m - HALF_LOG_TWO_PI + StrictMath.log1p(series);
    }

    /// The logarithm for `0 ≤ low`, with the factor e^(−low²/2) taken out.
    private static double logBeyond(double low, double high) {
        double ratio = StrictMath.exp(-0.5 * (high - low) * (high + low));
        double difference = scaled(low * ROOT_HALF) - ratio * scaled(high * ROOT_HALF);
        return StrictMath.log(0.5 * difference) - 0.5 * low * low;
    }
}
