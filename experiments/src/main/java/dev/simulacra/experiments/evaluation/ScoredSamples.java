package dev.simulacra.experiments.evaluation;

import dev.simulacra.analysis.divergence.OptimalDiscriminator;
import dev.simulacra.data.Distribution;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Samples;
import dev.simulacra.game.Training;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Points and what a discriminator says of them, of each alone or of packs of neighbours.
///
/// @param points  the points, row-major
/// @param logits  the discriminator's logit at each point or pack
/// @param outputs D at each
/// @param pack    how many points a logit is of; what is left over at the end is in no pack
public record ScoredSamples(float[] points, float[] logits, float[] outputs, int pack) {
    /// Samples are computed in blocks that hold whole packs of these sizes; packs of others are laid out afterwards.
    private static final int BLOCK = 1000;

    /// The first `n` points of `distribution` from `stream`, before the averaged discriminator of `training`.
    public static ScoredSamples of(Training training, Distribution distribution, String stream, int n, long seed,
            int threads) {
        return of(training.game().discriminator(), training::averaged, distribution, stream, n, seed, threads);
    }

    /// Samples scored by `discriminator` with `weights`.
    public static ScoredSamples of(
            Discriminator discriminator,
            Function<Parameter, Tensor> weights,
            Distribution distribution,
            String stream,
            int n,
            long seed,
            int threads) {
        ForwardPass pass = ForwardPass.inference().withWeights(weights);
        Function<Tensor, Tensor> logits = x -> discriminator.logits(x, pass);
        int pack = discriminator.pack();
        if (BLOCK % pack != 0) {
            float[] points = Samples.of(distribution, stream, seed, threads).rows(0, Math.max(n, pack));
            return laidOut(points, logits::apply, distribution.dimension(), pack);
        }
        List<Function<Tensor, Tensor>> functions = List.of(x -> x, logits, logits.andThen(Tensor::sigmoid));
        List<float[]> values = Samples.of(distribution, stream, seed, threads, functions).all(0, n);
        return new ScoredSamples(values.get(0), values.get(1), values.get(2), pack);
    }

    private static ScoredSamples laidOut(float[] points, UnaryOperator<Tensor> logits, int columns, int pack) {
        float[] whole = Arrays.copyOf(points, points.length - points.length % (columns * pack));
        float[] ofPacks = Outputs.ofPacks(logits, whole, columns, pack);
        return new ScoredSamples(points, ofPacks, Outputs.of(Tensor::sigmoid, ofPacks, 1), pack);
    }

    /// `ln(p/q)` at each point or, as its points are independent, the sum of it over each pack.
    double[] ratios(OptimalDiscriminator optimal) {
        double[] each = optimal.logits(points);
        double[] ratios = new double[logits.length];
        for (int i = 0; i < pack * logits.length; i++) {
            ratios[i / pack] += each[i];
        }
        return ratios;
    }
}
