package dev.simulacra.game.objective;

import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.OutputScale;
import dev.simulacra.tensor.Tensor;
import java.util.OptionalDouble;

/// One-sided label smoothing: the discriminator is asked to call data data with the probability α only,
///
/// ```text
/// V = E [α ln D(x) + (1 − α) ln(1 − D(x))] + E ln(1 − D(G(z)))
/// ```
///
/// From logits that is `V − (1 − α) E ℓ(x)` of the objective without it: large logits on data are paid for. It moves
/// the optimum, which is why nothing here does it unasked: the best D is `αp/(p + q)`, and where `q = p` it is α/2
/// instead of ½. The generator's optimum is still `q = p`. The label of samples stays 0: smoothed to β it would draw
/// `(αp + βq)/(p + q)`, which is large where samples are and data are not.
///
/// Source: Salimans et al. 2016 (arXiv:1606.03498), section 3.4.
///
/// @param objective [Minimax] or [NonSaturating], whose generators go on as they did
/// @param label     α, above 0 and at most 1, where it is the objective itself; the source proposes 0.9
public record SmoothedLabels(CrossEntropy objective, double label) implements KnownDiscriminator {
    /// @throws IllegalArgumentException where the label is outside its range
    public SmoothedLabels {
        if (!(label > 0 && label <= 1)) {
            throw new IllegalArgumentException(
                    "label smoothing: the label is " + label + ", it must be above 0 and at most 1");
        }
    }

    @Override
    public Tensor value(Tensor real, Tensor fake) {
        return onData(real).plus(objective.logarithm().ofFake(fake).mean());
    }

    private Tensor onData(Tensor real) {
        LogProbability ln = objective.logarithm();
        return ln.ofReal(real).times(label).plus(ln.ofFake(real).times(1 - label)).mean();
    }

    @Override
    public Tensor generatorLoss(Tensor real, Tensor fake) {
        return objective.generatorLoss(real, fake);
    }

    /// That of V, or that of [NonSaturating] with the weight `(2 − α)/α`: where `D = α/2` a logit on data
    /// then weighs as much as one on samples.
    @Override
    public Tensor generatorLossOnData(Tensor real) {
        return objective instanceof Minimax
                ? onData(real)
                : objective.generatorLossOnData(real).times((2 - label) / label);
    }

    @Override
    public Tensor output(Tensor logits) {
        return objective.output(logits);
    }

    /// `α ln(α/2) + (2 − α) ln(1 − α/2)`.
    @Override
    public double valueOptimum() {
        return label * StrictMath.log(label / 2) + (2 - label) * StrictMath.log(1 - label / 2);
    }

    /// `ln(1 − α/2)` of [Minimax], `−ln(α/2)` of [NonSaturating].
    @Override
    public double generatorOptimum() {
        return objective instanceof Minimax ? StrictMath.log(1 - label / 2) : -StrictMath.log(label / 2);
    }

    @Override
    public OutputScale scale() {
        return OutputScale.PROBABILITY;
    }

    @Override
    public OptionalDouble outputOptimum() {
        return OptionalDouble.of(label / 2);
    }

    /// The logit of `αp/(p + q)`, whose odds are `α/((1 − α) + 1/u)` with `u = p/q`; written so that it has its limit
    /// where u is infinite.
    @Override
    public double optimalLogit(double logRatio) {
        if (label == 1) {
            return logRatio;
        }
        double rest = StrictMath.log(1 - label);
        return StrictMath.log(label) - rest - softplus(-logRatio - rest);
    }

    @Override
    public double probability(double logit) {
        return Math.min(KnownDiscriminator.sigmoid(logit) / label, 1);
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
}
