package dev.simulacra.analysis.metrics;

/// The cost of transport with an entropy term, between two sets of equally weighted points: `mean f + mean g`.
///
/// The potentials f and g solve, with C the squared distances, the two halves of Sinkhorn's round
///
/// ```text
/// fᵢ = −ε ln 1/m Σⱼ e^((gⱼ − Cᵢⱼ)/ε),    gⱼ = −ε ln 1/n Σᵢ e^((fᵢ − Cᵢⱼ)/ε)
/// ```
record Transport(double cost, int rounds) {
    /// ε falls to its final value by this factor a round, so that the potentials find the large distances first.
    private static final double COOLING = 0.7;

    /// Steps of the final rounds go beyond their aim, which makes the slow directions fast: those in which a surplus
    /// of points in one far cluster must be settled with another. (Thibault and others 2021, arXiv:1711.01851.)
    private static final double OVERSHOOT = 1.9;

    /// Rounds end when none of the potentials changes by more than this share of ε, or after the most of them.
    private static final double GOOD_ENOUGH = 1e-3;

    private static final int MOST_ROUNDS = 250;

    /// Below e⁻⁴⁰ of the largest a term is lost.
    private static final double NEGLIGIBLE = -40;

    static Transport between(PointSet a, PointSet b, double epsilon) {
        double[][] costs = a.squaredDistances(b);
        double[][] transposed = b.squaredDistances(a);
        double[] f = new double[a.size()];
        double[] g = new double[b.size()];
        double weight = largest(costs);
        double change = Double.POSITIVE_INFINITY;
        int round = 0;
        for (; change > GOOD_ENOUGH * epsilon && round < MOST_ROUNDS; round++) {
            double step = weight == epsilon ? OVERSHOOT : 1;
            weight = Math.max(epsilon, weight * COOLING);
            change = improve(g, transposed, f, weight, step);
            change = Math.max(change, improve(f, costs, g, weight, step));
        }
        improve(g, transposed, f, epsilon, 1);
        improve(f, costs, g, epsilon, 1);
        return new Transport(mean(f) + mean(g), round + 1);
    }

    /// The cost of a set to itself, whose two potentials are equal; half steps converge in a few rounds.
    static Transport within(PointSet a, double epsilon) {
        double[][] costs = a.squaredDistances(a);
        double[] f = new double[a.size()];
        double weight = largest(costs);
        double change = Double.POSITIVE_INFINITY;
        int round = 0;
        for (; change > GOOD_ENOUGH * epsilon && round < MOST_ROUNDS; round++) {
            weight = Math.max(epsilon, weight * COOLING);
            change = improve(f, costs, f.clone(), weight, 0.5);
        }
        return new Transport(2 * mean(f), round);
    }

    /// Moves `f` by the share `step` of the way to its half of the round; returns the largest change.
    private static double improve(double[] f, double[][] costs, double[] g, double epsilon, double step) {
        double largest = 0;
        for (int i = 0; i < f.length; i++) {
            double change = step * (softMinimum(costs[i], g, epsilon) - f[i]);
            f[i] += change;
            largest = Math.max(largest, Math.abs(change));
        }
        return largest;
    }

    /// `−ε ln 1/m Σⱼ e^((gⱼ − cⱼ)/ε)`.
    private static double softMinimum(double[] costs, double[] g, double epsilon) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < g.length; j++) {
            least = Math.min(least, costs[j] - g[j]);
        }
        double sum = 0;
        for (int j = 0; j < g.length; j++) {
            double exponent = (least - costs[j] + g[j]) / epsilon;
            sum += exponent < NEGLIGIBLE ? 0 : StrictMath.exp(exponent);
        }
        return least - epsilon * StrictMath.log(sum / g.length);
    }

    private static double largest(double[][] costs) {
        double largest = 0;
        for (double[] row : costs) {
            for (double cost : row) {
                largest = Math.max(largest, cost);
            }
        }
        return largest;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
