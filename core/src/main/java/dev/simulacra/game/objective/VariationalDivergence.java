package dev.simulacra.game.objective;

import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.OutputScale;
import dev.simulacra.tensor.Tensor;
import java.util.OptionalDouble;

/// The f-GAN: the value is a lower bound of an f-divergence between data and samples, which the discriminator makes as
/// large as it can and the generator as small as it can.
///
/// For a convex f with `f(1) = 0` and its conjugate `f*(t) = sup (ut − f(u))`,
///
/// ```text
/// V = E T(x) − E f*(T(G(z))) ≤ D_f(p ‖ q) = ∫ q f(p/q),   equal where T = f′(p/q)
/// ```
///
/// The output `T = g(ℓ)` keeps to the values at which f* is finite. Both are written here as functions of the logit, in
/// the form in which nothing overflows that cancels afterwards.
///
/// Source: Nowozin, Cseke and Tomioka 2016 (arXiv:1606.00709), equation 4 and tables 2 and 6.
///
/// @param kind       which divergence
/// @param saturating whether the generator descends V itself, `J(G) = −E f*(T(G(z)))`; otherwise, as the source does in
///     its experiments (section 3.2), `J(G) = −E T(G(z))`
public record VariationalDivergence(Kind kind, boolean saturating) implements KnownDiscriminator {
    private static final double LN2 = StrictMath.log(2);

    /// An f-divergence.
    public enum Kind {
        /// `∫ p ln(p/q)`: f = u ln u, `T = ℓ`, `f*(T) = e^(T − 1)`.
        KULLBACK_LEIBLER,
        /// `∫ q ln(q/p)`: f = −ln u, `T = −e^(−ℓ)`, `f*(T) = −1 − ln(−T) = ℓ − 1`.
        REVERSE_KULLBACK_LEIBLER,
        /// `∫ (p − q)²/q`: f = (u − 1)², `T = ℓ`, `f*(T) = T²/4 + T`.
        PEARSON,
        /// `∫ (√p − √q)²`: f = (√u − 1)², `T = 1 − e^(−ℓ)`, `f*(T) = T/(1 − T) = e^ℓ − 1`.
        SQUARED_HELLINGER,
        /// `2 JSD(p, q)`: f = u ln u − (u + 1) ln((u + 1)/2), `T = ln 2 − ln(1 + e^(−ℓ))`,
        /// `f*(T) = −ln(2 − e^T) = ln(1 + e^ℓ) − ln 2`.
        JENSEN_SHANNON,
        /// `½ ∫ |p − q|`: f = ½ |u − 1|, `T = ½ tanh ℓ`, `f*(T) = T`.
        TOTAL_VARIATION;

        /// `T = g(ℓ)`.
        Tensor output(Tensor logits) {
            return switch (this) {
                case KULLBACK_LEIBLER, PEARSON -> logits;
                case REVERSE_KULLBACK_LEIBLER -> logits.negate().exp().negate();
                case SQUARED_HELLINGER -> logits.negate().exp().negate().plus(1);
                case JENSEN_SHANNON -> logits.negate().softplus().negate().plus(LN2);
                case TOTAL_VARIATION -> logits.tanh().times(0.5);
            };
        }

        /// `f*(g(ℓ))`.
        Tensor conjugate(Tensor logits) {
            return switch (this) {
                case KULLBACK_LEIBLER -> logits.minus(1).exp();
                case REVERSE_KULLBACK_LEIBLER -> logits.minus(1);
                case PEARSON -> logits.square().times(0.25).plus(logits);
                case SQUARED_HELLINGER -> logits.exp().minus(1);
                case JENSEN_SHANNON -> logits.softplus().minus(LN2);
                case TOTAL_VARIATION -> logits.tanh().times(0.5);
            };
        }

        /// `f′(1)`, the optimal T where p = q.
        double outputAtEquality() {
            return switch (this) {
                case KULLBACK_LEIBLER -> 1;
                case REVERSE_KULLBACK_LEIBLER -> -1;
                case PEARSON, SQUARED_HELLINGER, JENSEN_SHANNON, TOTAL_VARIATION -> 0;
            };
        }
    }

    @Override
    public Tensor value(Tensor real, Tensor fake) {
        return kind.output(real).mean().minus(kind.conjugate(fake).mean());
    }

    @Override
    public Tensor generatorLoss(Tensor real, Tensor fake) {
        return (saturating ? kind.conjugate(fake) : kind.output(fake)).mean().negate();
    }

    @Override
    public Tensor generatorLossOnData(Tensor real) {
        return kind.output(real).mean();
    }

    @Override
    public Tensor output(Tensor logits) {
        return kind.output(logits);
    }

    @Override
    public double valueOptimum() {
        return 0;
    }

    /// `f*(f′(1)) = f′(1)` as `f(1) = 0`, so both losses of the generator end at the same number.
    @Override
    public double generatorOptimum() {
        return -kind.outputAtEquality();
    }

    @Override
    public OutputScale scale() {
        return kind == Kind.TOTAL_VARIATION ? OutputScale.SIGN : OutputScale.VALUE;
    }

    @Override
    public OptionalDouble outputOptimum() {
        return kind == Kind.TOTAL_VARIATION ? OptionalDouble.empty() : OptionalDouble.of(kind.outputAtEquality());
    }

    @Override
    public double optimalLogit(double logRatio) {
        return switch (kind) {
            case KULLBACK_LEIBLER -> logRatio + 1;
            case REVERSE_KULLBACK_LEIBLER, JENSEN_SHANNON -> logRatio;
            case PEARSON -> 2 * StrictMath.expm1(logRatio);
            case SQUARED_HELLINGER -> logRatio / 2;
            case TOTAL_VARIATION -> logRatio == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, logRatio);
        };
    }

    @Override
    public double probability(double logit) {
        return switch (kind) {
            case KULLBACK_LEIBLER -> KnownDiscriminator.sigmoid(logit - 1);
            case REVERSE_KULLBACK_LEIBLER, JENSEN_SHANNON -> KnownDiscriminator.sigmoid(logit);
            case PEARSON -> 1 - 1 / (2 + Math.max(logit, -2) / 2);
            case SQUARED_HELLINGER, TOTAL_VARIATION -> KnownDiscriminator.sigmoid(2 * logit);
        };
    }
}
