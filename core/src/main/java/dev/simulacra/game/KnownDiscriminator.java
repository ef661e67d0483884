package dev.simulacra.game;

/// An objective whose optimal discriminator follows, point by point, from the densities `p` of the data and `q` of the
/// generator.
public interface KnownDiscriminator extends KnownOptimum {
    /// The optimal discriminator's logit at a point, from `ln(p/q)` there. Infinite where the optimal output is a
    /// limit; 0 where every output is optimal. Where the objective leaves a constant free, the one for which the
    /// logits are `ln(p/q)`.
    double optimalLogit(double logRatio);

    /// The probability that an example is data which a discriminator expresses by `logit`, in [0, 1]. At
    /// `optimalLogit(ln(p/q))` it is `p/(p + q)` or, where only the sign of p − q is expressed, 0, ½ or 1.
    double probability(double logit);

    /// The logistic function `1/(1 + e⁻ˣ)` in double precision.
    static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
