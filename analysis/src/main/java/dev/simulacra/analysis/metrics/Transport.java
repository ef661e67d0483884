package dev.simulacra.analysis.metrics;

import java.util.Arrays;

/// The cost of transport with an entropy term, between two sets of equally weighted points: `mean f + mean g`.
///
/// The potentials f and g solve, with C the squared distances, the two halves of Sinkhorn's round
///
/// ```text
/// fᵢ = −ε ln 1/m Σⱼ e^((gⱼ − Cᵢⱼ)/ε),    gⱼ = −ε ln 1/n Σᵢ e^((fᵢ − Cᵢⱼ)/ε)
/// ```
///
/// Rounds end when the plan that belongs to the potentials gives the points their masses, up to [#TOLERANCE] of the
/// whole mass. The cost is then wrong by less than that share of the largest squared distance.
record Transport(double cost, int rounds) {
    /// The sum of the absolute errors of the points' masses, whose sum is 1.
    static final double TOLERANCE = 1e-7;

    private static final int MOST_ROUNDS = 500;

    /// ε falls to its final value by this factor a round, so that the potentials find the large distances first.
    private static final double COOLING = 0.5;

    /// Before ε falls further, the masses are met up to this share of one point's.
    private static final double WARM = 0.1;

    /// The cost between `a` and `b`.
    ///
    /// @throws ArithmeticException where 500 rounds do not end
    static Transport between(PointSet a, PointSet b, double epsilon) {
        return between(a, b, epsilon, MOST_ROUNDS);
    }

    /// The cost, in at most `most` rounds.
    static Transport between(PointSet a, PointSet b, double epsilon, int most) {
        EntropicPlan plan = new EntropicPlan(a.squaredDistances(b), b.squaredDistances(a));
        double weight = Math.max(epsilon, plan.largestCost());
        for (int round = 1; round <= most; round++) {
            double error = plan.round(weight);
            if (weight == epsilon && error <= TOLERANCE) {
                return new Transport(plan.cost(), round);
            }
            if (weight > epsilon && error <= WARM / Math.max(a.size(), b.size())) {
                weight = Math.max(epsilon, weight * COOLING);
            } else {
                plan.balance(weight);
            }
        }
        throw unconverged(epsilon, most);
    }

    /// The cost of a set to itself, whose two potentials are equal: half steps at least halve the error.
    ///
    /// @throws ArithmeticException where 500 rounds do not end
    static Transport within(PointSet a, double epsilon) {
        double[][] costs = a.squaredDistances(a);
        double[] f = new double[a.size()];
        double[] weights = new double[a.size()];
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            double[] before = f.clone();
            double error = 0;
            for (int i = 0; i < f.length; i++) {
                double aim = SoftMinimum.of(costs[i], before, epsilon, weights);
                error += Math.abs(StrictMath.expm1((before[i] - aim) / epsilon)) / f.length;
                f[i] = (before[i] + aim) / 2;
            }
            if (error <= TOLERANCE) {
                return new Transport(2 * Arrays.stream(f).average().orElseThrow(), round);
            }
        }
        throw unconverged(epsilon, MOST_ROUNDS);
    }

    private static ArithmeticException unconverged(double epsilon, int most) {
        return new ArithmeticException("sinkhorn: the masses are not met after " + most
                + " rounds with epsilon " + epsilon + "; a larger epsilon is required");
    }
}
