package dev.simulacra.game.objective;

import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.OutputScale;
import dev.simulacra.tensor.Tensor;
import java.util.OptionalDouble;

/// The heuristic of the 2014 paper: the same V, and `J(G) = −E ln D(G(z))`, with the same fixed point and a
/// gradient that does not vanish early on.
///
/// Source: Goodfellow et al. 2014 (arXiv:1406.2661), section 3.
public record NonSaturating(LogProbability logarithm) implements CrossEntropy {
    private static final double LN2 = StrictMath.log(2);

    @Override
    public Tensor value(Tensor real, Tensor fake) {
        return new Minimax(logarithm).value(real, fake);
    }

    @Override
    public Tensor generatorLoss(Tensor real, Tensor fake) {
        return logarithm.ofReal(fake).mean().negate();
    }

    @Override
    public Tensor generatorLossOnData(Tensor real) {
        return logarithm.ofFake(real).mean().negate();
    }

    @Override
    public Tensor output(Tensor logits) {
        return logits.sigmoid();
    }

    @Override
    public double valueOptimum() {
        return -2 * LN2;
    }

    @Override
    public double generatorOptimum() {
        return LN2;
    }

    @Override
    public OutputScale scale() {
        return OutputScale.PROBABILITY;
    }

    @Override
    public OptionalDouble outputOptimum() {
        return OptionalDouble.of(0.5);
    }

    @Override
    public double optimalLogit(double logRatio) {
        return logRatio;
    }

    @Override
    public double probability(double logit) {
        return KnownDiscriminator.sigmoid(logit);
    }
}
