package dev.simulacra.game.objective;

import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.OutputScale;
import dev.simulacra.tensor.Tensor;
import java.util.OptionalDouble;

/// Hinges: `V = −E max(0, 1 − ℓ(x)) − E max(0, 1 + ℓ(G(z)))` and `J(G) = −E ℓ(G(z))`. The optimal output is
/// `sign(p − q)`, and there `V = −2 + 2 TV(p, q)` with the total variation `TV = ½ ∫ |p − q|`.
///
/// Source: Lim and Ye 2017 (arXiv:1705.02894), section 2.
public record Hinge() implements KnownDiscriminator {
    @Override
    public Tensor value(Tensor real, Tensor fake) {
        return real.negate().plus(1).relu().mean().plus(fake.plus(1).relu().mean()).negate();
    }

    @Override
    public Tensor generatorLoss(Tensor real, Tensor fake) {
        return fake.mean().negate();
    }

    @Override
    public Tensor generatorLossOnData(Tensor real) {
        return real.mean();
    }

    @Override
    public Tensor output(Tensor logits) {
        return logits;
    }

    @Override
    public double valueOptimum() {
        return -2;
    }

    @Override
    public double generatorOptimum() {
        return 0;
    }

    @Override
    public OutputScale scale() {
        return OutputScale.SIGN;
    }

    @Override
    public OptionalDouble outputOptimum() {
        return OptionalDouble.empty();
    }

    @Override
    public double optimalLogit(double logRatio) {
        return Math.signum(logRatio);
    }

    @Override
    public double probability(double logit) {
        return Math.clamp((logit + 1) / 2, 0, 1);
    }
}
