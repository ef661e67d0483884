package dev.simulacra.experiments;

import dev.simulacra.data.Distribution;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Samples;
import dev.simulacra.game.Training;
import dev.simulacra.nn.Pass;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.theory.OptimalDiscriminator;
import java.util.List;
import java.util.function.Function;

/// Points and what a discriminator says of them, of each alone or of packs of neighbours.
///
/// @param points  the points, row-major
/// @param logits  the discriminator's logit at each point or pack
/// @param outputs D at each
record Judged(float[] points, float[] logits, float[] outputs) {

    /// The first `n` points of `distribution` from `stream`, before the averaged discriminator of `training`.
    static Judged of(Training training, Distribution distribution, String stream, int n, long seed, int threads) {
        return of(training.game().discriminator(), training::averaged, distribution, stream, n, seed, threads);
    }

    /// The same before `discriminator` with `weights`.
    static Judged of(
            Discriminator discriminator,
            Function<Parameter, Tensor> weights,
            Distribution distribution,
            String stream,
            int n,
            long seed,
            int threads) {
        Pass pass = Pass.inference().withWeights(weights);
        Function<Tensor, Tensor> logits = x -> discriminator.logits(x, pass);
        List<Function<Tensor, Tensor>> functions = List.of(x -> x, logits, logits.andThen(Tensor::sigmoid));
        List<float[]> values = Samples.of(distribution, stream, seed, threads, functions).all(0, n);
        return new Judged(values.get(0), values.get(1), values.get(2));
    }

    /// `ln(p/q)` at each point or, as its points are independent, the sum of it over each pack.
    double[] ratios(OptimalDiscriminator optimal) {
        double[] each = optimal.logits(points);
        int pack = each.length / logits.length;
        double[] ratios = new double[logits.length];
        for (int i = 0; i < each.length; i++) {
            ratios[i / pack] += each[i];
        }
        return ratios;
    }
}
