package dev.simulacra.experiments;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.Standardization;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Training;
import dev.simulacra.io.MalformedFileException;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Initializer;
import dev.simulacra.optim.Adam;
import java.io.IOException;
import java.nio.file.Path;

/// The numeric columns of the user's own CSV file.
///
/// Columns are standardized, learned, and sampled back in their units. The game is that of [Gaussian2d] with 64 units a
/// layer for 32, minibatches of 256 for 512, and γ = 0.3 for 3.
///
/// @param csv       the file
/// @param hidden    the width of the hidden layers
/// @param layers    the number of hidden layers
/// @param minibatch the number of examples in one update
/// @param rate      the first learning rate η of both players
/// @param beta1     Adam's β₁
/// @param beta2     Adam's β₂
/// @param r1        the weight γ of the R1 penalty
/// @param r2        the weight γ of the R2 penalty
/// @param average   the decay of the weights' moving average
/// @param steps     the length of the run and the horizon of the rates
public record Points(
        String csv,
        int hidden,
        int layers,
        int minibatch,
        double rate,
        double beta1,
        double beta2,
        double r1,
        double r2,
        double average,
        long steps)
        implements Experiment {
    private static final int LEAST = 4;

    /// @throws IllegalArgumentException where a setting is outside its range
    public Points {
        Settings.atLeast("points", "hidden", hidden, 1);
        Settings.atLeast("points", "layers", layers, 0);
        Settings.atLeast("points", "minibatch", minibatch, 1);
        Settings.atLeast("points", "steps", steps, 1);
        Settings.positive("points", "rate", rate);
        Settings.fraction("points", "beta1", beta1);
        Settings.fraction("points", "beta2", beta2);
        Settings.notNegative("points", "r1", r1);
        Settings.notNegative("points", "r2", r2);
        Settings.fraction("points", "average", average);
    }

    /// The settings for any file.
    public static Points standard() {
        return new Points("", 64, 2, 256, 1e-3, 0, 0.99, 0.3, 0.3, 0.999, 10_000);
    }

    @Override
    public String name() {
        return "points";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "the numeric columns of your own CSV file: train --csv FILE";
    }

    @Override
    public String source() {
        return "your file; R1 and R2: Mescheder et al. 2018 (arXiv:1801.04406)";
    }

    @Override
    public long reportEvery() {
        return 100;
    }

    @Override
    public Generator generator(int columns, long seed) {
        int noise = Math.max(2, columns);
        int[] widths = Networks.widths(noise, hidden, layers, columns);
        return new Generator(
                Networks.perceptron("generator", activation(), Initializer.xavierNormal(), seed, widths),
                Gaussian.isotropic(noise, 1),
                columns);
    }

    @Override
    public Trial begin(long seed, int threads) throws IOException {
        if (csv.isEmpty()) {
            throw new IOException("points: no file is given; name one with --csv FILE");
        }
        Path file = Path.of(csv);
        CsvPoints points = PointsFile.read(file);
        if (points.rows() < LEAST) {
            throw new IOException("points: " + file + " has " + points.rows() + " rows; at least " + LEAST
                    + " are needed, so that half of them have a covariance");
        }
        String name = String.valueOf(file.getFileName());
        Standardization standardization = standardization(file, points);
        Dataset standard =
                new Dataset(name, points.rows(), points.columns(), standardization.apply(points.values()));
        Training training = training(standard, seed, threads);
        return new PointsTrial(training, points, standard, standardization, Fingerprint.of(file), seed, threads);
    }

    private static Standardization standardization(Path file, CsvPoints points) throws IOException {
        try {
            return Standardization.of(points.columns(), points.values());
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file, String.valueOf(e.getMessage()));
        }
    }

    private Training training(Dataset data, long seed, int threads) {
        int[] widths = Networks.widths(data.columns(), hidden, layers, 1);
        Discriminator discriminator = new Discriminator(
                Networks.perceptron("discriminator", activation(), Initializer.xavierNormal(), seed, widths));
        Recipe recipe = new Recipe(minibatch, rate, rate, beta1, beta2, r1, r2, average, steps);
        return recipe.training(data, generator(data.columns(), seed), discriminator, seed, threads);
    }

    private static Activation activation() {
        return new Activation.LeakyRelu(0.2);
    }
}
