package dev.simulacra.experiments.evaluation;

import dev.simulacra.analysis.equilibrium.DiscriminatorError;
import dev.simulacra.experiments.figure.DiscriminatorMap;
import dev.simulacra.game.KnownOptimum;
import dev.simulacra.game.Objective;
import dev.simulacra.game.OutputScale;
import dev.simulacra.runs.Measurement;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// The discriminator's output as it is measured and drawn, by the [scale][OutputScale] of its objective.
public final class DiscriminatorOutput {
    private DiscriminatorOutput() {}

    /// How far the output is from its value at equilibrium, in the mean; nothing where it has none.
    public static List<Measurement> distance(Objective objective, ScoredSamples onData, ScoredSamples onSamples) {
        return switch (objective.scale()) {
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

    /// The output at equilibrium.
    ///
    /// @throws IllegalArgumentException where the objective has such a scale and does not say it
    private static double atEquilibrium(Objective objective) {
        OptionalDouble output = objective instanceof KnownOptimum known ? known.outputOptimum()
                : OptionalDouble.empty();
        return output.orElseThrow(() -> new IllegalArgumentException("discriminator output: " + objective
                + " has the scale " + objective.scale() + ", but states no output at equilibrium"));
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
    public static DiscriminatorMap verdict(Objective objective, UnaryOperator<float[]> logits, float... seen) {
        return switch (objective.scale()) {
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
