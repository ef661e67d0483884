package dev.simulacra.experiments.benchmark;

import dev.simulacra.experiments.setup.SettingRules;
import dev.simulacra.experiments.table.DataSource;
import dev.simulacra.game.Generator;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;

/// Points of one of the [benchmark distributions][BenchmarkDistribution#all], learned by perceptrons and judged by the
/// density that is known.
///
/// A finite set of points is drawn once from the seed; the players see them with mean 0 and mean square 1, all
/// coordinates on one scale. Samples are judged in the distribution's own units.
///
/// @param distribution the distribution's name
/// @param points       how many points there are to learn from
/// @param judged       how many samples the metrics of samples look at
/// @param noise        the number of coordinates of the noise: normal for the plane, uniform between −1 and 1 for the
///     line
/// @param hidden       the width of the hidden layers
/// @param layers       the number of hidden layers
/// @param leakG        the slope below 0 of the generator's activation; at 0 it is ReLU
/// @param leakD        the slope below 0 of the discriminator's activation
/// @param game         how the game is played
/// @param steps        the length of the run and the horizon of its schedules
public record BenchmarkExperiment(
        String distribution,
        int points,
        int judged,
        int noise,
        int hidden,
        int layers,
        double leakG,
        double leakD,
        GameSettings game,
        long steps)
        implements Experiment {

    /// The length of a run of the modern game in which every mode becomes sharp.
    static final long STEPS = 60_000;

    /// @throws IllegalArgumentException where there is no such distribution, or a setting is outside its range
    public BenchmarkExperiment {
        int columns = BenchmarkDistribution.named(distribution).population().dimension();
        SettingRules.within(distribution, "points", points, 100, SettingRules.MOST_POINTS);
        SettingRules.within(distribution, "judged", judged, 100, SettingRules.MOST_JUDGED);
        SettingRules.within(distribution, "noise", noise, 1, SettingRules.WIDEST);
        SettingRules.require(noise == 1 || columns > 1, distribution + ": noise is " + noise
                + ", it must be 1, so that the generator's density on the line is known");
        SettingRules.networks(distribution, hidden, layers, game.minibatch());
        SettingRules.fraction(distribution, "leakG", leakG);
        SettingRules.fraction(distribution, "leakD", leakD);
        SettingRules.atLeast(distribution, "steps", steps, 1);
    }

    /// The distribution `name`, learned as all of them are.
    public static BenchmarkExperiment standard(String name) {
        int noise = BenchmarkDistribution.named(name).population().dimension();
        return new BenchmarkExperiment(name, 100_000, 2500, noise, 128, 3, 0, 0.2, Presets.modern(STEPS), STEPS);
    }

    /// This experiment with `length` steps.
    public BenchmarkExperiment over(long length) {
        return new BenchmarkExperiment(distribution, points, judged, noise, hidden, layers, leakG, leakD,
                game.stretched(steps, length), length);
    }

    @Override
    public String name() {
        return distribution;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return BenchmarkDistribution.named(distribution).title();
    }

    @Override
    public String source() {
        return BenchmarkDistribution.named(distribution).source();
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
    public TrainingRun begin(long seed, int threads) {
        return learner().begin(distribution, BenchmarkDistribution.named(distribution).population(), points, judged,
                DataSource.none(), seed, threads);
    }

    private MlpGan learner() {
        return new MlpGan(noise, hidden, layers, leakG, leakD, game, steps);
    }
}
