package dev.simulacra.experiments.benchmark;

import dev.simulacra.data.Box;
import dev.simulacra.experiments.setup.SettingRules;
import dev.simulacra.experiments.table.CsvPoints;
import dev.simulacra.experiments.table.DataSource;
import dev.simulacra.experiments.table.PointsFile;
import dev.simulacra.game.Generator;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;

/// Points of the plane that the user has drawn, as a distribution: each is blurred by a Gaussian, so that a density is
/// known, and it is learned and judged as the [benchmark distributions][BenchmarkDistribution#all] are.
///
/// The blur fills gaps between points that are closer than its width, and removes details that are finer.
///
/// @param csv    the file: two numeric columns, a row for each point
/// @param blur   the deviation of the Gaussian around each point, as a share of the points' own
/// @param points how many points of the distribution there are to learn from
/// @param judged how many samples the metrics of samples look at
/// @param hidden the width of the hidden layers
/// @param layers the number of hidden layers
/// @param game   how the game is played
/// @param steps  the length of the run and the horizon of its schedules
public record UserPoints(
        String csv, double blur, int points, int judged, int hidden, int layers, GameSettings game, long steps)
        implements Experiment {
    private static final String NAME = "drawn";
    private static final int COORDINATES = 2;
    private static final double LEAST_BLUR = 0.02;

    /// Each makes every density and every draw more work.
    private static final int MOST_DRAWN = 2000;

    /// The most blurs, squared, over which points may be spread: the integrals of the judgement have 64 cells in each.
    private static final double MOST_SPREAD = 50_000;

    /// A float has 24 digits, of which this leaves some to the distances of points.
    private static final double FARTHEST = 1e4;

    /// @throws IllegalArgumentException where a setting is outside its range
    public UserPoints {
        SettingRules.require(blur >= LEAST_BLUR && blur <= 1,
                NAME + ": blur is " + blur + ", it must be at least " + LEAST_BLUR + " and at most 1");
        SettingRules.within(NAME, "points", points, 100, SettingRules.MOST_POINTS);
        SettingRules.within(NAME, "judged", judged, 100, SettingRules.MOST_JUDGED);
        SettingRules.networks(NAME, hidden, layers, game.minibatch());
        SettingRules.atLeast(NAME, "steps", steps, 1);
    }

    /// The settings for any drawing.
    public static UserPoints standard() {
        long steps = BenchmarkExperiment.STEPS;
        return new UserPoints("", 0.05, 100_000, 2500, 128, 3, Presets.modern(steps), steps);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "points of the plane that you have drawn, blurred, as a distribution: train drawn --csv FILE";
    }

    @Override
    public String source() {
        return "your file";
    }

    @Override
    public long reportEvery() {
        return 100;
    }

    @Override
    public Generator generator(int columns, long seed) {
        return learner().generator(columns, seed);
    }

    @Override
    public TrainingRun begin(long seed, int threads) throws IOException {
        if (csv.isEmpty()) {
            throw new IOException(NAME + ": no file is given; name one with --csv FILE");
        }
        Path file = Path.of(csv);
        CsvPoints drawn = PointsFile.read(file);
        DataSource source = DataSource.of(String.valueOf(file.getFileName()), drawn);
        return learner().begin(NAME, population(file, drawn), points, judged, source, seed, threads);
    }

    private KernelDensity population(Path file, CsvPoints drawn) throws IOException {
        if (drawn.columns() != COORDINATES || drawn.rows() > MOST_DRAWN) {
            throw new IOException(NAME + ": " + file + " has " + drawn.columns() + " numeric columns and "
                    + drawn.rows() + " rows; two columns and at most " + MOST_DRAWN + " rows are required");
        }
        KernelDensity population = KernelDensity.of(drawn, blur);
        Box box = population.box();
        double deviation = population.finestDeviation();
        double spread = box.volume() / (deviation * deviation);
        SettingRules.require(spread <= MOST_SPREAD, NAME + ": the points of " + file + " are spread over "
                + Math.round(spread) + " squares of the blur; at most " + Math.round(MOST_SPREAD) + " can be judged, "
                + "so take a larger blur or leave out points far from all others");
        double farthest = 0;
        for (int i = 0; i < COORDINATES; i++) {
            farthest = Math.max(farthest, Math.max(Math.abs(box.low()[i]), Math.abs(box.high()[i])));
        }
        SettingRules.require(farthest <= FARTHEST * deviation, NAME + ": the points of " + file + " are " + farthest
                + " from the origin, too far for their distances; subtract their mean");
        return population;
    }

    private MlpGan learner() {
        return new MlpGan(COORDINATES, hidden, layers, 0, 0.2, game, steps);
    }
}
