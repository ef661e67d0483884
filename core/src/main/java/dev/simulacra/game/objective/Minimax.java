package dev.simulacra.game.objective;

import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.OutputScale;
import dev.simulacra.tensor.Tensor;
import java.util.OptionalDouble;

/// The zero-sum game of the 2014 paper: `V = E ln D(x) + E ln(1 − D(G(z)))`, `D = σ(ℓ)`, and the generator descends
/// the part of V that it moves, `J(G) = E ln(1 − D(G(z)))`. Its gradient vanishes where the discriminator rejects
/// with certainty; hence "saturating". The optimal D is `p/(p + q)`, and there `V = −2 ln 2 + 2 JSD(p, q)`.
///
/// Source: Goodfellow et al. 2014 (arXiv:1406.2661), equation 1.
public record Minimax(LogProbability logarithm) implements CrossEntropy {
    private static final double LN2 = StrictMath.log(2);

    @Override
    public Tensor value(Tensor real, Tensor fake) {
        return logarithm.ofReal(real).mean().plus(logarithm.ofFake(fake).mean());
    }

    @Override
    public Tensor generatorLoss(Tensor real, Tensor fake) {
        return logarithm.ofFake(fake).mean();
    }

    @Override
    public Tensor generatorLossOnData(Tensor real) {
        return logarithm.ofReal(real).mean();
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
        return -LN2;
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
