package dev.simulacra.analysis.equilibrium;

import dev.simulacra.analysis.divergence.Estimate;
import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.Objective;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;

/// The gap, in nats, between a discriminator and the optimal one against the same generator: `V(D*, G) − V(D, G)`.
///
/// Both values are means over the same examples of data and samples. What they have in common cancels, so the shortfall
/// is known better than either.
///
/// @param value     `V(D, G)`
/// @param optimal   `V(D*, G)`
/// @param shortfall `V(D*, G) − V(D, G)`
public record OptimalityGap(Estimate value, Estimate optimal, Estimate shortfall) {
    private static final int BLOCKS = 100;

    /// The shortfall in `objective` of a discriminator by its logits, beside `ln(p/q)` at the same examples; as many
    /// examples of data as of samples.
    public static OptimalityGap of(
            KnownDiscriminator objective, float[] onData, double[] ratioOnData, float[] onSamples,
                    double[] ratioOnSamples) {
        double[] value = values(objective, widened(onData), widened(onSamples));
        double[] optimal = values(objective, best(objective, ratioOnData), best(objective, ratioOnSamples));
        double[] shortfall = new double[value.length];
        Arrays.setAll(shortfall, i -> optimal[i] - value[i]);
        return new OptimalityGap(Estimate.of(value), Estimate.of(optimal), Estimate.of(shortfall));
    }

    /// `V` of a discriminator by its logits on as many examples of data as of samples.
    public static Estimate value(Objective objective, float[] onData, float[] onSamples) {
        return Estimate.of(values(objective, widened(onData), widened(onSamples)));
    }

    /// The value on each of equal blocks of the examples, whose scatter says how well their mean is known.
    private static double[] values(Objective objective, double[] onData, double[] onSamples) {
        int block = onData.length / BLOCKS;
        if (onData.length != onSamples.length || block == 0) {
            throw new IllegalArgumentException("shortfall: " + onData.length + " examples of data and "
                    + onSamples.length + " samples; there must be as many, at least " + BLOCKS);
        }
        Tensor real = Tensor.input("data", Shape.of(block, 1));
        Tensor fake = Tensor.input("samples", Shape.of(block, 1));
        Tensor value = objective.value(real, fake);
        double[] values = new double[BLOCKS];
        Arrays.setAll(values, i -> Reference.create()
                .with(real, Arrays.copyOfRange(onData, i * block, (i + 1) * block))
                .with(fake, Arrays.copyOfRange(onSamples, i * block, (i + 1) * block))
                .scalar(value));
        return values;
    }

    private static double[] best(KnownDiscriminator objective, double... ratios) {
        return Arrays.stream(ratios).map(objective::optimalLogit).toArray();
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }
}
