package dev.simulacra.game;

import dev.simulacra.tensor.Tensor;

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
/// @param objective [Objective.Minimax] or [Objective.NonSaturating], whose generators go on as they did
/// @param label     α, above 0 and at most 1, where it is the objective itself; the source proposes 0.9
public record SmoothedLabels(Objective objective, double label) implements Objective {
    /// @throws IllegalArgumentException where the objective has no D in (0, 1), or the label is outside its range
    public SmoothedLabels {
        logarithm(objective);
        if (!(label > 0 && label <= 1)) {
            throw new IllegalArgumentException(
                    "label smoothing: the label is " + label + ", it must be above 0 and at most 1");
        }
    }

    @Override
    public Tensor value(Tensor real, Tensor fake) {
        return onData(real).plus(logarithm(objective).ofFake(fake).mean());
    }

    private Tensor onData(Tensor real) {
        LogProbability ln = logarithm(objective);
        return ln.ofReal(real).times(label).plus(ln.ofFake(real).times(1 - label)).mean();
    }

    @Override
    public Tensor generatorLoss(Tensor real, Tensor fake) {
        return objective.generatorLoss(real, fake);
    }

    /// That of V, or that of [Objective.NonSaturating] with the weight `(2 − α)/α`: where `D = α/2` a logit on data
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

    /// `ln(1 − α/2)` of [Objective.Minimax], `−ln(α/2)` of [Objective.NonSaturating].
    @Override
    public double generatorOptimum() {
        return objective instanceof Minimax ? StrictMath.log(1 - label / 2) : -StrictMath.log(label / 2);
    }

    private static LogProbability logarithm(Objective objective) {
        return switch (objective) {
            case Minimax(var logarithm) -> logarithm;
            case NonSaturating(var logarithm) -> logarithm;
            case LeastSquares _ -> throw refused("least squares has labels as numbers; choose its label b instead");
            case SmoothedLabels _ -> throw refused("its labels are smoothed already; multiply the two labels");
            case Hinge _ -> throw withoutProbability("the hinge");
            case Wasserstein _ -> throw withoutProbability("the Wasserstein objective");
            case RelativisticPaired _, RelativisticAverage _ -> throw withoutProbability("a relativistic objective");
            case VariationalDivergence _ -> throw withoutProbability("a variational divergence");
        };
    }

    private static IllegalArgumentException withoutProbability(String objective) {
        return refused(objective + " has no probability that an example is data, and so no label to smooth;"
                + " use minimax or non-saturating");
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("label smoothing: " + why);
    }
}
