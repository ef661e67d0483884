package dev.simulacra.game.objective;

import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.OutputScale;
import dev.simulacra.tensor.Tensor;
import java.util.OptionalDouble;

/// Least squares: `V = −½ E (ℓ(x) − b)² − ½ E (ℓ(G(z)) − a)²` and `J(G) = ½ E (ℓ(G(z)) − c)²`. The optimal output
/// is `(bp + aq)/(p + q)`. With `b − c = 1` and `b − a = 2` the generator descends Pearson's χ² between `p + q` and
/// `2q`; the usual `a = 0, b = c = 1` trains as well.
///
/// Source: Mao et al. 2017 (arXiv:1611.04076), equation 2.
///
/// @param a the label of samples
/// @param b the label of data
/// @param c the label that the generator wants for its samples
public record LeastSquares(double a, double b, double c) implements KnownDiscriminator {
    /// @throws IllegalArgumentException where a label is not finite, or both kinds of examples have the same
    public LeastSquares {
        if (!Double.isFinite(a) || !Double.isFinite(b) || !Double.isFinite(c) || a == b) {
            throw new IllegalArgumentException("least squares: the labels are a = " + a + ", b = " + b + " and c = "
                    + c + "; they must be finite, a other than b");
        }
    }

    @Override
    public Tensor value(Tensor real, Tensor fake) {
        return halfSquare(real, b).plus(halfSquare(fake, a)).negate();
    }

    @Override
    public Tensor generatorLoss(Tensor real, Tensor fake) {
        return halfSquare(fake, c);
    }

    @Override
    public Tensor generatorLossOnData(Tensor real) {
        return halfSquare(real, a + b - c);
    }

    private static Tensor halfSquare(Tensor logits, double label) {
        return logits.minus(label).square().mean().times(0.5);
    }

    @Override
    public Tensor output(Tensor logits) {
        return logits;
    }

    @Override
    public double valueOptimum() {
        return -(a - b) * (a - b) / 4;
    }

    @Override
    public double generatorOptimum() {
        double d = (a + b) / 2 - c;
        return d * d / 2;
    }

    @Override
    public OutputScale scale() {
        return OutputScale.VALUE;
    }

    @Override
    public OptionalDouble outputOptimum() {
        return OptionalDouble.of((a + b) / 2);
    }

    @Override
    public double optimalLogit(double logRatio) {
        return a + (b - a) * KnownDiscriminator.sigmoid(logRatio);
    }

    @Override
    public double probability(double logit) {
        return Math.clamp((logit - a) / (b - a), 0, 1);
    }
}
