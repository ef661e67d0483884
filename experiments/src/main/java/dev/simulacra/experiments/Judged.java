package dev.simulacra.experiments;

import dev.simulacra.data.Distribution;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Samples;
import dev.simulacra.game.Training;
import dev.simulacra.nn.Pass;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/// Points and what a discriminator says of them.
///
/// @param points  the points, row-major
/// @param logits  the discriminator's logit at each
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
}
