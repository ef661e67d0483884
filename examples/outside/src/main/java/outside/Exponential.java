package outside;

import dev.simulacra.game.Objective;
import dev.simulacra.game.OutputScale;
import dev.simulacra.tensor.Tensor;

/// An objective: the exponential loss `e^(−sℓ)` of logits `ℓ`, for data and, with the sign changed, for samples.
///
/// @param sharpness the factor s of the logits, above 0
public record Exponential(double sharpness) implements Objective {
    @Override
    public Tensor value(Tensor real, Tensor fake) {
        return loss(real).plus(loss(fake.negate())).negate();
    }

    @Override
    public Tensor generatorLoss(Tensor real, Tensor fake) {
        return loss(fake);
    }

    private Tensor loss(Tensor logits) {
        return logits.times(-sharpness).exp().mean();
    }

    @Override
    public Tensor output(Tensor logits) {
        return logits.times(2 * sharpness).sigmoid();
    }

    @Override
    public OutputScale scale() {
        return OutputScale.PROBABILITY;
    }
}
