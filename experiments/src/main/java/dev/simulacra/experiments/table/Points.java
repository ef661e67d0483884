package dev.simulacra.experiments.table;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Standardization;
import dev.simulacra.experiments.setup.SettingRules;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Training;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.io.MalformedFileException;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;

/// The numeric columns of the user's own CSV file.
///
/// Columns are standardized, learned, and sampled back in their units, with the networks and the game of every
/// benchmark experiment, whose results are known.
///
/// @param csv    the file
/// @param hidden the width of the hidden layers
/// @param layers the number of hidden layers
/// @param game   how the game is played
/// @param steps  the length of the run and the horizon of the rates
public record Points(String csv, int hidden, int layers, GameSettings game, long steps) implements Experiment {
    private static final int LEAST = 4;

    /// @throws IllegalArgumentException where a setting is outside its range
    public Points {
        SettingRules.networks("points", hidden, layers, game.minibatch());
        SettingRules.atLeast("points", "steps", steps, 1);
    }

    /// The settings for any file.
    public static Points standard() {
        long steps = 20_000;
        return new Points("", 128, 3, Presets.modern(steps), steps);
    }

    @Override
    public String name() {
        return "points";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String title() {
        return "the numeric columns of your own CSV file: train --csv FILE";
    }

    @Override
    public String source() {
        return "your file; the modern game: Huang et al. 2024 (arXiv:2501.05441)";
    }

    @Override
    public long reportEvery() {
        return 100;
    }

    @Override
    public Generator generator(int columns, long seed) {
        return Presets.generator(columns, hidden, layers, seed);
    }

    @Override
    public TrainingRun begin(long seed, int threads) throws IOException {
        if (csv.isEmpty()) {
            throw new IOException("points: no file is given; name one with --csv FILE");
        }
        Path file = Path.of(csv);
        CsvPoints points = PointsFile.read(file);
        int least = Math.max(LEAST, game.regularization().pack());
        if (points.rows() < least) {
            throw new IOException("points: " + file + " has " + points.rows() + " rows; at least " + least
                    + " are needed, so that half of them have a covariance and all of them make a pack");
        }
        String name = String.valueOf(file.getFileName());
        Standardization standardization = standardization(file, points);
        Dataset standard =
                new Dataset(name, points.rows(), points.columns(), standardization.apply(points.values()));
        Training training = training(standard, seed, threads);
        return new PointsRun(training, points, standard, standardization, DataSource.of(name, points), seed, threads);
    }

    private static Standardization standardization(Path file, CsvPoints points) throws IOException {
        try {
            return Standardization.of(points.columns(), points.values());
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file, String.valueOf(e.getMessage()));
        }
    }

    private Training training(Dataset data, long seed, int threads) {
        Perceptron design = Perceptron.spread(new Activation.LeakyRelu(0.2));
        Discriminator discriminator = game.discriminator(data.columns(), hidden, layers, design, seed);
        return game.training(data, generator(data.columns(), seed), discriminator, seed, threads);
    }
}
