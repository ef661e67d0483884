package dev.simulacra.game.objective;

import dev.simulacra.game.KnownOptimum;
import dev.simulacra.game.OutputScale;
import dev.simulacra.tensor.Tensor;
import java.util.OptionalDouble;

/// The dual of Wasserstein's distance: `V = E ℓ(x) − E ℓ(G(z))` and `J(G) = −E ℓ(G(z))`. Over 1-Lipschitz outputs
/// the largest V is `W₁(p, q)`; something else, clipped weights or a penalty, has to keep the discriminator to
/// them.
///
/// Source: Arjovsky, Chintala and Bottou 2017 (arXiv:1701.07875), equation 3.
public record Wasserstein() implements KnownOptimum {
    @Override
    public Tensor value(Tensor real, Tensor fake) {
        return real.mean().minus(fake.mean());
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
        return 0;
    }

    @Override
    public double generatorOptimum() {
        return 0;
    }

    @Override
    public OutputScale scale() {
        return OutputScale.DIFFERENCE;
    }

    @Override
    public OptionalDouble outputOptimum() {
        return OptionalDouble.empty();
    }
}
