package dev.simulacra.game.objective;

import dev.simulacra.game.KnownOptimum;
import dev.simulacra.game.OutputScale;
import dev.simulacra.tensor.Tensor;
import java.util.OptionalDouble;

/// Each example against the average of the other kind: with `r = ℓ(x) − E ℓ(G(z))` and `f = ℓ(G(z)) − E ℓ(x)`,
/// `V = E ln σ(r) + E ln(1 − σ(f))` and `J(G) = −E ln(1 − σ(r)) − E ln σ(f)`.
///
/// Source: Jolicoeur-Martineau 2018 (arXiv:1807.00734), equations 15 to 18.
public record RelativisticAverage() implements KnownOptimum {
    private static final double LN2 = StrictMath.log(2);

    @Override
    public Tensor value(Tensor real, Tensor fake) {
        return losses(real.minus(fake.mean()), fake.minus(real.mean())).negate();
    }

    @Override
    public Tensor generatorLoss(Tensor real, Tensor fake) {
        return losses(fake.minus(real.mean()), real.minus(fake.mean()));
    }

    @Override
    public Tensor generatorLossOnData(Tensor real) {
        return Tensor.of(0);
    }

    /// `−E ln σ(above) − E ln(1 − σ(below))`.
    private static Tensor losses(Tensor above, Tensor below) {
        return above.negate().softplus().mean().plus(below.softplus().mean());
    }

    @Override
    public Tensor output(Tensor logits) {
        return logits;
    }

    @Override
    public double valueOptimum() {
        return -2 * LN2;
    }

    @Override
    public double generatorOptimum() {
        return 2 * LN2;
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
