package dev.simulacra.analysis.metrics;

/// The smooth minimum of costs that both halves of a Sinkhorn round are made of.
final class SoftMinimum {
    /// Below e⁻⁴⁰ of the largest a term is lost.
    private static final double NEGLIGIBLE = -40;

    private SoftMinimum() {}

    /// `−ε ln 1/m Σⱼ e^((gⱼ − cⱼ)/ε)`, the potential of one point.
    ///
    /// @param costs   c, the costs of the way from the point to m others
    /// @param g       the potentials of these
    /// @param weights receives `e^((gⱼ − cⱼ)/ε)` divided by their sum: how the point's mass is shared out, m numbers
    static double of(double[] costs, double[] g, double epsilon, double[] weights) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < g.length; j++) {
            least = Math.min(least, costs[j] - g[j]);
        }
        double sum = 0;
        for (int j = 0; j < g.length; j++) {
            double exponent = (least - costs[j] + g[j]) / epsilon;
            weights[j] = exponent < NEGLIGIBLE ? 0 : StrictMath.exp(exponent);
            sum += weights[j];
        }
        for (int j = 0; j < g.length; j++) {
            weights[j] /= sum;
        }
        return least - epsilon * StrictMath.log(sum / g.length);
    }
}
