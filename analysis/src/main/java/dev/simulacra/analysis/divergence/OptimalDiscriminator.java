package dev.simulacra.analysis.divergence;

import dev.simulacra.data.Density;
import java.util.function.ToDoubleFunction;

/// The discriminator that no other exceeds in value against a fixed generator: `D*(x) = p(x) / (p(x) + q(x))`, with p
/// the data's density and q the generator's.
///
/// It is the sigmoid of the logit `ln p(x) − ln q(x)`, so densities far below the smallest double are no trouble.
public final class OptimalDiscriminator {
    private final int dimension;
    private final ToDoubleFunction<double[]> logit;

    /// The discriminator with the given logits over points of `dimension` coordinates.
    OptimalDiscriminator(int dimension, ToDoubleFunction<double[]> logit) {
        this.dimension = dimension;
        this.logit = logit;
    }

    /// The optimal discriminator of data with density `p` against a generator with density `q`.
    ///
    /// @throws IllegalArgumentException where their dimensions differ
    public static OptimalDiscriminator of(Density p, Density q) {
        if (p.dimension() != q.dimension()) {
            throw new IllegalArgumentException("optimal discriminator: densities over " + p.dimension() + " and "
                    + q.dimension() + " coordinates; they must have the same number");
        }
        return new OptimalDiscriminator(p.dimension(), x -> {
            double logP = p.logDensity(x);
            double logQ = q.logDensity(x);
            return logP == logQ ? 0 : logP - logQ;
        });
    }

    /// `ln p(x) − ln q(x)`; 0 where both densities are zero.
    public double logit(double... x) {
        return logit.applyAsDouble(x);
    }

    /// The logit at each row, row-major.
    public double[] logits(float[] rows) {
        return each(rows, logit);
    }

    /// `D*(x)`.
    public double at(double... x) {
        return 1 / (1 + StrictMath.exp(-logit(x)));
    }

    /// `D*` at each row, row-major.
    public double[] on(float[] rows) {
        return each(rows, this::at);
    }

    /// `V(D*, G)`: the mean of `log D*(x)` over rows of data plus the mean of `log(1 − D*(x))` over rows of samples.
    public Estimate value(float[] data, float[] samples) {
        return Estimate.of(each(data, x -> -softplus(-logit(x))))
                .plus(Estimate.of(each(samples, x -> -softplus(logit(x)))));
    }

    /// `ln(1 + eᵗ)`.
    public static double softplus(double t) {
        return Math.max(t, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(t)));
    }

    private double[] each(float[] rows, ToDoubleFunction<double[]> function) {
        return each(rows, dimension, function);
    }

    /// `function` of each row of `d` numbers.
    static double[] each(float[] rows, int d, ToDoubleFunction<double[]> function) {
        if (rows.length % d != 0) {
            throw new IllegalArgumentException(
                    "discriminator: " + rows.length + " values are no whole number of rows of " + d + " columns");
        }
        double[] values = new double[rows.length / d];
        double[] x = new double[d];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < d; j++) {
                x[j] = rows[i * d + j];
            }
            values[i] = function.applyAsDouble(x);
        }
        return values;
    }
}
