package dev.simulacra.game.objective;

import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.OutputScale;
import dev.simulacra.tensor.Tensor;
import java.util.OptionalDouble;

/// Pairs of one example of data and one sample: `V = E ln σ(ℓ(x) − ℓ(G(z)))` and `J(G) = −E ln σ(ℓ(G(z)) − ℓ(x))`.
/// The generator has not won while data are judged better than samples, however the samples are judged by
/// themselves: there is no flat region in which modes can stay forgotten.
///
/// Source: Jolicoeur-Martineau 2018 (arXiv:1807.00734), equations 9 and 10; Huang et al. 2024 (arXiv:2501.05441),
/// equation 2.
public record RelativisticPaired() implements KnownDiscriminator {
    private static final double LN2 = StrictMath.log(2);

    @Override
    public Tensor value(Tensor real, Tensor fake) {
        return fake.minus(real).softplus().mean().negate();
    }

    @Override
    public Tensor generatorLoss(Tensor real, Tensor fake) {
        return real.minus(fake).softplus().mean();
    }

    @Override
    public Tensor generatorLossOnData(Tensor real) {
        return Tensor.of(0);
    }

    @Override
    public Tensor output(Tensor logits) {
        return logits;
    }

    @Override
    public double valueOptimum() {
        return -LN2;
    }

    @Override
    public double generatorOptimum() {
        return LN2;
    }

    @Override
    public OutputScale scale() {
        return OutputScale.DIFFERENCE;
    }

    @Override
    public OptionalDouble outputOptimum() {
        return OptionalDouble.empty();
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
