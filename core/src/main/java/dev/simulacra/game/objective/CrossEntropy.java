package dev.simulacra.game.objective;

import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.OutputScale;
import dev.simulacra.tensor.Tensor;
import java.util.OptionalDouble;

/// The two objectives of the 2014 paper, which share `V = E ln D(x) + E ln(1 − D(G(z)))` with `D = σ(ℓ)`: the
/// discriminator descends the binary cross-entropy of data and samples. The optimal D is `p/(p + q)`, and there
/// `V = −2 ln 2 + 2 JSD(p, q)`.
///
/// Source: Goodfellow et al. 2014 (arXiv:1406.2661), equation 1 and theorem 1.
public sealed interface CrossEntropy extends KnownDiscriminator permits Minimax, NonSaturating {
    /// The computation of `ln D` and `ln(1 − D)` from the logits.
    LogProbability logarithm();

    @Override
    default Tensor value(Tensor real, Tensor fake) {
        return logarithm().ofReal(real).mean().plus(logarithm().ofFake(fake).mean());
    }

    @Override
    default Tensor output(Tensor logits) {
        return logits.sigmoid();
    }

    @Override
    default double valueOptimum() {
        return -2 * StrictMath.log(2);
    }

    @Override
    default OutputScale scale() {
        return OutputScale.PROBABILITY;
    }

    @Override
    default OptionalDouble outputOptimum() {
        return OptionalDouble.of(0.5);
    }

    @Override
    default double optimalLogit(double logRatio) {
        return logRatio;
    }

    @Override
    default double probability(double logit) {
        return KnownDiscriminator.sigmoid(logit);
    }
}
