package dev.simulacra.experiments.plane;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Density;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Gaussian;
import dev.simulacra.experiments.setup.SettingRules;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Game;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Player;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.LinearMap;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The from-scratch GAN on a Gaussian in the plane, as published.
///
/// 100 points of `x = zA + b` and 100 noise vectors, drawn once and shuffled together; a generator and a discriminator
/// of one linear layer each, without bias, with Xavier normal weights; losses with ε = 10⁻⁸ inside the logarithms;
/// Adam, its bias correction counted in epochs.
///
/// Its page calls the end of a run a Nash equilibrium. It is none: `zW` has mean 0 whatever W is, and the data's is
/// (1, 2).
///
/// @param points    the number of data points, and of noise vectors
/// @param minibatch the number of examples in one update; it divides `points`
/// @param rate      the learning rate
/// @param steps     the number of updates of each player: whole epochs of `points / minibatch`
public record Gaussian2dPublished(int points, int minibatch, double rate, long steps) implements Experiment {
    private static final double EPSILON = 1e-8;

    /// @throws IllegalArgumentException where a setting is outside its range
    public Gaussian2dPublished {
        SettingRules.within("gaussian-2d-published", "points", points, 1, SettingRules.MOST_POINTS);
        SettingRules.atLeast("gaussian-2d-published", "minibatch", minibatch, 1);
        SettingRules.atLeast("gaussian-2d-published", "steps", steps, 1);
        SettingRules.positive("gaussian-2d-published", "rate", rate);
        if (points % minibatch != 0) {
            throw new IllegalArgumentException("gaussian-2d-published: minibatch is " + minibatch
                    + ", it must divide the number of points, " + points);
        }
        if (steps % (points / minibatch) != 0) {
            throw new IllegalArgumentException("gaussian-2d-published: steps is " + steps
                    + ", it must be whole epochs of " + points / minibatch);
        }
    }

    /// The settings of the published run.
    public static Gaussian2dPublished standard() {
        return new Gaussian2dPublished(100, 50, 0.01, 20);
    }

    @Override
    public String name() {
        return "gaussian-2d-published";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "the same Gaussian as published elsewhere: two linear layers, and no equilibrium";
    }

    @Override
    public String source() {
        return "DeepScratch, GANs/GAN.ipynb";
    }

    @Override
    public long reportEvery() {
        return 1;
    }

    @Override
    public Generator generator(int columns, long seed) {
        return generator(Gaussian.isotropic(2, 1), columns, seed);
    }

    @Override
    public TrainingRun begin(long seed, int threads) {
        Training training = training(seed, threads);
        return new PlanarRun(
                training,
                new Generator(training.game().generator().network(), Gaussian.isotropic(2, 1), 2),
                training.game().discriminator(),
                Gaussian2d.DATA,
                () -> density(training),
                () -> new PlanarRun.Least(StrictMath.sqrt(5), 5, "the least without a bias: |b|² = 5"),
                evaluation -> remarks(evaluation, seed),
                seed,
                threads);
    }

    /// The mean losses of each epoch of the run from `seed`, as the published program prints them.
    List<EpochLosses> log(long seed) {
        Training training = training(seed, 1);
        List<EpochLosses> log = new ArrayList<>();
        double[] sums = new double[2];
        training.run(steps, 1, report -> {
            sums[0] += report.generatorLoss();
            sums[1] += report.discriminatorLoss();
            if (report.step() % updates() == 0) {
                log.add(new EpochLosses(sums[0] / updates(), sums[1] / updates()));
                sums[0] = 0;
                sums[1] = 0;
            }
        });
        return log;
    }

    /// The mean of J(G) and of J(D) over the minibatches of an epoch.
    record EpochLosses(double generator, double discriminator) {}

    private int updates() {
        return points / minibatch;
    }

    private Training training(long seed, int threads) {
        float[] data = Gaussian2d.DATA.rows(seed, "data", points);
        float[] noise = Gaussian.isotropic(2, 1).rows(seed, "noise", points);
        Dataset pairs = Pairs.of(data, noise, 2);
        Discriminator discriminator =
                new Discriminator(LinearMap.create("discriminator", 2, 1, Initializer.xavierNormal(), seed));
        Objective objective = new NonSaturating(new LogProbability.WithEpsilon(EPSILON));
        Game game = new Game(
                new Pairs(pairs, 0, 2),
                generator(new Pairs(pairs, 2, 4), 2, seed),
                discriminator,
                objective,
                List.of(),
                minibatch);
        Player.Optimization strategy = new Player.Optimization(
                new AdamByEpoch(updates()), new Schedule.Constant(rate), new WeightAverage(0));
        return new Training(game, strategy, strategy, new Alternating(1), seed, threads);
    }

    private static Generator generator(Distribution prior, int columns, long seed) {
        return new Generator(
                LinearMap.create("generator", 2, columns, Initializer.xavierNormal(), seed), prior, columns);
    }

    /// N(0, WᵀW), the distribution of zW.
    private static Optional<Density> density(Training training) {
        float[] w = training.game().generator().network().parameters().getFirst().storage();
        return Optional.of(Gaussian.of(new double[][] {{w[0], w[1]}, {w[2], w[3]}}, 0, 0));
    }

    private List<String> remarks(Evaluation evaluation, long seed) {
        List<EpochLosses> log = log(seed);
        EpochLosses first = log.getFirst();
        EpochLosses last = log.getLast();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Mean losses of the first and the last epoch: J(G) %.4f → %.4f, J(D) %.4f → %.4f. Published: "
                                + "0.7499 → 0.6948 and 1.1856 → 1.1015, a lucky draw.",
                        first.generator, last.generator, first.discriminator, last.discriminator),
                String.format(
                        Locale.ROOT,
                        "This is no equilibrium: there J(D) would be 2 ln 2 = 1.3863, and p_g = p_data. J(G) near "
                                + "ln 2 = 0.6931 says only that D(G(z)) is near ½. A linear generator without bias "
                                + "keeps its mean at (0, 0), the data's is (1, 2), so the Wasserstein-2 distance, here "
                                + "%.3f, cannot fall below √5 = 2.236.",
                        evaluation.value("wasserstein2")));
    }
}
