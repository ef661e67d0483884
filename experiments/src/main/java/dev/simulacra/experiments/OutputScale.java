package dev.simulacra.experiments;

import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.analysis.equilibrium.DiscriminatorError;
import dev.simulacra.experiments.picture.DiscriminatorMap;
import dev.simulacra.game.Objective;
import dev.simulacra.game.SmoothedLabels;
import dev.simulacra.game.VariationalDivergence;
import dev.simulacra.game.VariationalDivergence.Kind;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// What the level of a discriminator's output says, by the objective that it is trained for.
enum OutputScale {
    /// `D = σ(ℓ)` is a probability.
    PROBABILITY,
    /// The output is no probability, and has one value at equilibrium.
    VALUE,
    /// Its sign says which of data and samples is likelier; where neither is, one output is as good as another.
    SIGN,
    /// Only differences between points count: a constant could be added.
    DIFFERENCE;

    static OutputScale of(Objective objective) {
        return switch (objective) {
            case Objective.Minimax _, Objective.NonSaturating _, SmoothedLabels _ -> PROBABILITY;
            case Objective.LeastSquares _ -> VALUE;
            case VariationalDivergence(var kind, var _) -> kind == Kind.TOTAL_VARIATION ? SIGN : VALUE;
            case Objective.Hinge _ -> SIGN;
            case Objective.Wasserstein _, Objective.RelativisticPaired _, Objective.RelativisticAverage _ -> DIFFERENCE;
        };
    }

    /// How far the output is from its value at equilibrium, in the mean; nothing where it has none.
    static List<Measurement> distance(Objective objective, ScoredSamples onData, ScoredSamples onSamples) {
        return switch (of(objective)) {
            case SIGN, DIFFERENCE -> List.of();
            case PROBABILITY, VALUE -> {
                double value = atEquilibrium(objective);
                float[] data = outputs(objective, onData.logits());
                float[] samples = outputs(objective, onSamples.logits());
                yield List.of(value == 0.5
                        ? new Measurement("distanceFromHalf", "mean |D − ½|",
                                DiscriminatorError.fromHalf(data, samples), 0, "0 at equilibrium")
                        : new Measurement("distanceFromEquilibrium", "mean |" + less(value) + "|",
                                DiscriminatorError.from(value, data, samples), 0, "0 at equilibrium"));
            }
        };
    }

    /// The output where data and samples are equally likely, NaN where there is none.
    private static double atEquilibrium(Objective objective) {
        return switch (objective) {
            case Objective.Minimax _, Objective.NonSaturating _ -> Equilibrium.DISCRIMINATOR_OUTPUT;
            case SmoothedLabels(var _, var label) -> label / 2;
            case Objective.LeastSquares(var a, var b, var _) -> (a + b) / 2;
            case VariationalDivergence divergence -> -divergence.generatorOptimum();
            case Objective.Hinge _, Objective.Wasserstein _, Objective.RelativisticPaired _,
                    Objective.RelativisticAverage _ -> Double.NaN;
        };
    }

    private static String less(double value) {
        String size = BigDecimal.valueOf(Math.abs(value)).stripTrailingZeros().toPlainString();
        return value == 0 ? "D" : "D " + (value < 0 ? "+ " : "− ") + size;
    }

    /// What the objective's source calls the output of the discriminator; D, a probability, where there is one.
    private static float[] outputs(Objective objective, float... logits) {
        return Outputs.floats(Reference.create()
                .value(objective.output(Tensor.table("logits", Shape.of(logits.length, 1), logits))));
    }

    /// What is drawn of a discriminator with the given `logits` at rows of points.
    ///
    /// @param seen points of data and samples, by whose median a level that says nothing is taken away
    static DiscriminatorMap verdict(Objective objective, UnaryOperator<float[]> logits, float... seen) {
        return switch (of(objective)) {
            case PROBABILITY -> DiscriminatorMap.ofProbability(rows -> outputs(objective, logits.apply(rows)));
            case VALUE -> {
                double value = atEquilibrium(objective);
                yield new DiscriminatorMap(less(value) + ", 0 at equilibrium", false,
                        rows -> minus(outputs(objective, logits.apply(rows)), value));
            }
            case SIGN -> new DiscriminatorMap("D(x), above 0 for data", false,
                    rows -> outputs(objective, logits.apply(rows)));
            case DIFFERENCE -> {
                double median = median(logits.apply(seen));
                yield new DiscriminatorMap("Critic ℓ(x), less its median", false, rows ->
                        minus(logits.apply(rows), median));
            }
        };
    }

    private static float[] minus(float[] values, double value) {
        float[] differences = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            differences[i] = (float) (values[i] - value);
        }
        return differences;
    }

    private static double median(float... values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
