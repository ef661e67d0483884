package dev.simulacra.analysis.equilibrium;

import dev.simulacra.analysis.divergence.Estimate;
import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.OutputScale;
import java.util.Arrays;
import java.util.Locale;

/// A comparison of a discriminator with the optimal one against the same generator.
///
/// @param discriminator which one, as the subject of a sentence
/// @param constant      what its logits have more than the best one's in the median, where the objective leaves a
///     constant free; 0 elsewhere
/// @param error         how far what it means is from D* and from ½
/// @param shortfall     how far its value is from that of the best one
public record DiscriminatorComparison(String discriminator, double constant, DiscriminatorError error,
        OptimalityGap shortfall) {
    /// The standing of a discriminator by its logits, beside `ln(p/q)` at the same examples.
    public static DiscriminatorComparison of(
            String discriminator,
            KnownDiscriminator objective,
            float[] onData,
            double[] ratioOnData,
            float[] onSamples,
            double[] ratioOnSamples) {
        double constant = constant(objective, onData, ratioOnData, onSamples, ratioOnSamples);
        DiscriminatorError error = DiscriminatorError.of(
                meant(objective, constant, onData),
                best(objective, ratioOnData),
                meant(objective, constant, onSamples),
                best(objective, ratioOnSamples));
        OptimalityGap shortfall = OptimalityGap.of(objective, onData, ratioOnData, onSamples, ratioOnSamples);
        return new DiscriminatorComparison(discriminator, constant, error, shortfall);
    }

    /// The [probability][KnownDiscriminator#probability] of being data that the discriminator means by each of
    /// `logits`.
    public float[] meant(KnownDiscriminator objective, float... logits) {
        return meant(objective, constant, logits);
    }

    /// The probabilities that the outputs of the optimal discriminator stand for, from `ln(p/q)`.
    public static double[] best(KnownDiscriminator objective, double... ratios) {
        return Arrays.stream(ratios)
                .map(r -> objective.probability(objective.optimalLogit(r)))
                .toArray();
    }

    /// The value, the best one and their distance, in a sentence.
    ///
    /// @param isExact whether the density of the samples is known, and not estimated
    public String sentence(boolean isExact) {
        Estimate gap = shortfall.shortfall();
        double noise = 3 * gap.standardError();
        String values = String.format(
                Locale.ROOT, "V(D, G) = %.4f against V(D*, G) = %.4f over the same points: ",
                shortfall.value().mean(), shortfall.optimal().mean());
        if (!isExact && gap.mean() < -noise) {
            return String.format(
                    Locale.ROOT, "%s%s is better than the estimate of D*, which is smoothed, by %.4f ± %.4f nats: "
                            + "V(D*, G) is at least %.4f.",
                    values, discriminator, -gap.mean(), noise, shortfall.value().mean());
        }
        if (!isExact && gap.mean() <= noise) {
            return String.format(
                    Locale.ROOT, "%s%s is as good as the estimate of D* (%.4f ± %.4f nats from it).",
                    values, discriminator, gap.mean(), noise);
        }
        return String.format(
                Locale.ROOT, "%s%s is %s%.4f ± %.4f nats from optimal.",
                values, discriminator, isExact ? "" : "at least ", gap.mean(), noise);
    }

    private static double constant(
            KnownDiscriminator objective, float[] onData, double[] ratioOnData, float[] onSamples,
                    double[] ratioOnSamples) {
        if (objective.scale() != OutputScale.DIFFERENCE) {
            return 0;
        }
        double[] differences = new double[onData.length + onSamples.length];
        Arrays.setAll(differences, i -> i < onData.length
                ? onData[i] - ratioOnData[i]
                : onSamples[i - onData.length] - ratioOnSamples[i - onData.length]);
        Arrays.sort(differences);
        return differences[differences.length / 2];
    }

    private static float[] meant(KnownDiscriminator objective, double constant, float... logits) {
        float[] meant = new float[logits.length];
        for (int i = 0; i < meant.length; i++) {
            meant[i] = (float) objective.probability(logits[i] - constant);
        }
        return meant;
    }
}
