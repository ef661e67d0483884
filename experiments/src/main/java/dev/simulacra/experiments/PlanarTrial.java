package dev.simulacra.experiments;

import dev.simulacra.data.Distribution;
import dev.simulacra.data.Gaussian;
import dev.simulacra.game.Game;
import dev.simulacra.game.Samples;
import dev.simulacra.game.Training;
import dev.simulacra.metrics.Frechet;
import dev.simulacra.metrics.Moments;
import dev.simulacra.nn.Pass;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.theory.Equilibrium;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// A run against a Gaussian in the plane, judged by exact theory.
///
/// @param training the training
/// @param truth    the data's distribution
/// @param seed     the run's seed, of the points on which it is judged as well
/// @param threads  how many threads share the work of judging
record PlanarTrial(Training training, Gaussian truth, long seed, int threads) implements Trial {
    /// The number of samples that are judged, and of data beside them.
    private static final int POINTS = 100_000;


    @Override
    public Units units() {
        return Units.plain(truth.dimension());
    }

    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public Evaluation evaluate() {
        Game game = training.game();
        List<float[]> onSamples = judged(game.generator().distribution(training::averaged), "evaluate/noise");
        List<float[]> onData = judged(truth, "evaluate/data");
        Moments moments = Moments.of(onSamples.get(0), truth.dimension());
        Frechet frechet = Frechet.between(truth, moments);
        double floor = Frechet.floor(truth, POINTS, 1, seed);
        Losses losses = Losses.of(game.objective(), onData.get(1), onSamples.get(1));
        return new Evaluation(
                List.of(
                        new Measurement(
                                "discriminatorLoss", "J(D)", losses.discriminator(), Equilibrium.DISCRIMINATOR_LOSS,
                                "2 ln 2, at equilibrium"),
                        new Measurement(
                                "generatorLoss", "J(G)", losses.generator(), game.objective().generatorOptimum(),
                                "ln 2, at equilibrium"),
                        new Measurement(
                                "value", "V(D, G)", -losses.discriminator(), Equilibrium.VALUE, "−2 ln 2, at equilibrium"),
                        new Measurement(
                                "wasserstein2", "Wasserstein-2 distance", frechet.wasserstein2(), floor,
                                "sampling floor at 100,000 points"),
                        new Measurement(
                                "frechetDistance", "Fréchet distance", frechet.squared(), floor * floor,
                                "sampling floor at 100,000 points")),
                List.of());
    }

    /// Points of `distribution` and D's logits there.
    private List<float[]> judged(Distribution distribution, String stream) {
        Function<Tensor, Tensor> logits = x -> training.game()
                .discriminator()
                .logits(x, Pass.inference().withWeights(training::averaged));
        return Samples.of(distribution, stream, seed, threads, List.of(x -> x, logits)).all(0, POINTS);
    }

    @Override
    public List<Path> illustrate(Path folder) {
        return List.of();
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) {}
}
