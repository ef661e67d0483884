package dev.simulacra.analysis.metrics;

import dev.simulacra.data.StandardNormal;

/// The law of the squared length of a standard normal vector.
final class ChiSquared {
    private ChiSquared() {}

    /// The probability that the squared length of a standard normal vector of `d` coordinates is below `x`.
    ///
    /// ```text
    /// P₁ = 2Φ(√x) − 1,  P₂ = 1 − e^(−x/2),  P_{d+2} = P_d − (x/2)^(d/2) e^(−x/2) / Γ(d/2 + 1)
    /// ```
    static double below(double x, int d) {
        int from = d % 2 == 1 ? 1 : 2;
        double probability = from == 1 ? 1 - 2 * StandardNormal.above(Math.sqrt(x)) : -StrictMath.expm1(-x / 2);
        double step = from == 1
                ? Math.sqrt(2 * x / Math.PI) * StrictMath.exp(-x / 2)
                : x / 2 * StrictMath.exp(-x / 2);
        for (int done = from; done < d; done += 2) {
            probability -= step;
            step *= x / (done + 2);
        }
        return probability;
    }
}
