package dev.simulacra.experiments.benchmark;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Rescaled;
import dev.simulacra.data.UniformNoise;
import dev.simulacra.experiments.evaluation.KnownDensityRun;
import dev.simulacra.experiments.line.LineRun;
import dev.simulacra.experiments.plane.PlanarRun;
import dev.simulacra.experiments.table.DataSource;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Training;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.runs.TrainingRun;

/// Two perceptrons that learn points of a population whose density is known.
///
/// @param noise  the number of coordinates of the noise: normal for the plane, uniform between −1 and 1 for the line
/// @param hidden the width of the hidden layers
/// @param layers the number of hidden layers
/// @param leakG  the slope below 0 of the generator's activation; at 0 it is ReLU
/// @param leakD  the slope below 0 of the discriminator's activation
/// @param game   how the game is played
/// @param steps  the length of the run and the horizon of its schedules
record MlpGan(int noise, int hidden, int layers, double leakG, double leakD, GameSettings game, long steps) {
    Generator generator(int columns, long seed) {
        int[] widths = Perceptron.widths(noise, hidden, layers, columns);
        Distribution prior = columns == 1 ? new UniformNoise(noise) : Gaussian.isotropic(noise, 1);
        Perceptron design = Perceptron.ofNoise(rectifier(leakG));
        return new Generator(design.create("generator", seed, widths), prior, columns);
    }

    /// A run on `points` points of `population`, at step 0.
    ///
    /// @param name        what the points are called
    /// @param judged      how many samples the metrics of samples look at
    /// @param source      the file that the population is from
    TrainingRun begin(
            String name, KnownDistribution population, int points, int judged, DataSource source, long seed,
                    int threads) {
        float[] rows = population.rows(seed, "points", points);
        Rescaled rescaled = Rescaled.asIn(population, rows);
        int columns = population.dimension();
        Dataset data = new Dataset(name, points, columns, rescaled.of(rows));
        Generator generator = generator(columns, seed);
        Perceptron design = Perceptron.spread(rectifier(leakD));
        Discriminator discriminator = game.discriminator(columns, hidden, layers, design, seed);
        Training training = game.training(data, generator, discriminator, seed, threads);
        KnownDensityRun theory = columns == 1
                ? new LineRun(training, rescaled, steps, seed, threads)
                : PlanarRun.of(training, generator, discriminator, rescaled, seed, threads);
        return new BenchmarkRun(theory, rescaled, judged, source, seed, threads);
    }

    private static Activation rectifier(double leak) {
        return leak == 0 ? new Activation.Relu() : new Activation.LeakyRelu(leak);
    }
}
