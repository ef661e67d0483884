package dev.simulacra.experiments.benchmark;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.LabelledDataset;
import dev.simulacra.data.LabelledNoise;
import dev.simulacra.data.Labels;
import dev.simulacra.data.Mixture;
import dev.simulacra.data.Rescaled;
import dev.simulacra.experiments.setup.SettingRules;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Player;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Regularization;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Conditional;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;
import java.util.List;

/// Points of a mixture of the [benchmark distributions][BenchmarkDistribution#all], each with the number of its mode:
/// the generator is asked for a mode, and the discriminator sees which.
///
/// A finite set of points is drawn once from the seed; the players see them with mean 0 and mean square 1, all
/// coordinates on one scale. Samples are judged in the distribution's own units.
///
/// @param distribution the distribution's name: a mixture in the plane
/// @param points       how many points there are to learn from
/// @param judged       how many samples the metrics look at
/// @param noise        the number of coordinates of the noise beside the label
/// @param hidden       the width of the hidden layers
/// @param layers       the number of hidden layers
/// @param game         how the game is played
/// @param steps        the length of the run and the horizon of its schedules
public record ByMode(
        String distribution, int points, int judged, int noise, int hidden, int layers, GameSettings game, long steps)
        implements Experiment {
    /// Each has as many numbers as there are modes beside it.
    private static final int MOST_POINTS = 1_000_000;

    /// @throws IllegalArgumentException where the distribution is no mixture in the plane, or a setting is outside its
    ///     range
    public ByMode {
        SettingRules.require(mixture(distribution).dimension() == 2,
                distribution + "-by-mode: the modes are on a line; those of a plane are required");
        String name = distribution + "-by-mode";
        SettingRules.within(name, "points", points, 100, MOST_POINTS);
        SettingRules.within(name, "judged", judged, 100, SettingRules.MOST_JUDGED);
        SettingRules.within(name, "noise", noise, 1, SettingRules.WIDEST);
        SettingRules.networks(name, hidden, layers, game.minibatch());
        SettingRules.atLeast(name, "steps", steps, 1);
    }

    /// The modes of the distribution `name`, learned as all of them are.
    public static ByMode standard(String name) {
        long steps = 20_000;
        return new ByMode(name, 100_000, 10_000, 2, 128, 3, game(steps), steps);
    }

    /// The modern game with a slower generator, a twentieth of the penalties, which fall to a hundredth of that, and
    /// rates that fall from the first step. With its rates and penalties the generator makes one point of the mode that
    /// it is asked for, whatever the noise: it need not tell modes from each other, and the discriminator cannot afford
    /// to be steep enough to see how wide one is.
    private static GameSettings game(long steps) {
        LearningRule rule = new Adam(0, 0.99, 1e-8);
        WeightAverage average = new WeightAverage(0.999);
        Schedule gamma = Schedule.Exponential.halving(0.001, 3000, 0.01 * 0.001);
        return new GameSettings(
                new RelativisticPaired(),
                256,
                new Alternating(1),
                new Player.Optimization(rule, new Schedule.Cosine(4e-4, 0, steps), average),
                new Player.Optimization(rule, new Schedule.Cosine(2e-3, 0, steps), average),
                List.of(new R1(gamma), new R2(gamma)),
                Regularization.none());
    }

    private static Mixture mixture(String distribution) {
        return BenchmarkDistribution.named(distribution).mixture().orElseThrow(() -> new IllegalArgumentException(
                distribution + "-by-mode: " + distribution
                        + " has no modes that could be asked for; a mixture is required"));
    }

    @Override
    public String name() {
        return distribution + "-by-mode";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return BenchmarkDistribution.named(distribution).title() + ", each asked for by its number";
    }

    @Override
    public String source() {
        return BenchmarkDistribution.named(distribution).source()
                + "; labels: Mirza and Osindero 2014 (arXiv:1411.1784)";
    }

    @Override
    public long reportEvery() {
        return 100;
    }

    @Override
    public Generator generator(int columns, long seed) {
        int modes = mixture(distribution).centres().length;
        int[] widths = Perceptron.widths(noise + modes, hidden, layers, columns);
        return new Generator(
                new Conditional(design().create("generator", seed, widths), modes),
                new LabelledNoise(Gaussian.isotropic(noise, 1), Labels.equal(modes)),
                columns + modes);
    }

    @Override
    public TrainingRun begin(long seed, int threads) {
        Mixture mixture = mixture(distribution);
        float[] rows = mixture.rows(seed, "points", points);
        Rescaled rescaled = Rescaled.asIn(mixture, rows);
        int modes = mixture.centres().length;
        LabelledDataset data = new LabelledDataset(
                new Dataset(distribution, points, 2, rescaled.of(rows)),
                new Dataset(distribution + " modes", points, modes, mixture.modes().rows(seed, "points", points)));
        Generator generator = generator(2, seed).withLabels(data.law());
        Discriminator discriminator = game.discriminator(data.dimension(), hidden, layers, design(), seed);
        Training training = game.training(data, generator, discriminator, seed, threads);
        return new ByModeRun(training, mixture, rescaled, judged, seed, threads);
    }

    private static Perceptron design() {
        return Perceptron.spread(new Activation.Relu());
    }
}
