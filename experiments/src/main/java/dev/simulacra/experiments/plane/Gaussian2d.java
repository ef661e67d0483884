package dev.simulacra.experiments.plane;

import dev.simulacra.data.Gaussian;
import dev.simulacra.experiments.setup.AveragedAdam;
import dev.simulacra.experiments.setup.SettingRules;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Player;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Regularization;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;
import java.util.List;
import java.util.Optional;

/// A Gaussian in the plane, learned to a proven equilibrium by two small perceptrons.
///
/// The data are `x = zA + b` with A = [[1, 2], [−0.1, 0.5]], b = (1, 2), as in [Gaussian2dPublished]. The discriminator
/// pays for steep logits on data and samples (R1 and R2), both players use Adam without momentum, rates fall to a tenth
/// along a cosine, and weight averages are judged.
///
/// @param hidden the width of the hidden layers
/// @param layers the number of hidden layers
/// @param game   how the game is played
/// @param steps  the length of the run and the horizon of the rates
public record Gaussian2d(int hidden, int layers, GameSettings game, long steps) implements Experiment {
    /// The data of the published system.
    static final Gaussian DATA = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);

    /// The settings whose results are documented.
    public static Gaussian2d standard() {
        long steps = 8000;
        Player.Optimization player = AveragedAdam.of(1e-3, 0, 0.99, 0.999, steps);
        GameSettings game = new GameSettings(
                new NonSaturating(new LogProbability.FromLogits()),
                512,
                new Alternating(1),
                player,
                player,
                List.of(new R1(3), new R2(3)),
                Regularization.none());
        return new Gaussian2d(32, 2, game, steps);
    }

    /// @throws IllegalArgumentException where a setting is outside its range
    public Gaussian2d {
        SettingRules.networks("gaussian-2d", hidden, layers, game.minibatch());
        SettingRules.atLeast("gaussian-2d", "steps", steps, 1);
    }

    @Override
    public String name() {
        return "gaussian-2d";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String title() {
        return "a Gaussian in the plane, learned to a proven equilibrium";
    }

    @Override
    public String source() {
        return "data: DeepScratch, GANs; R1 and R2: Mescheder et al. 2018 (arXiv:1801.04406)";
    }

    @Override
    public long reportEvery() {
        return 100;
    }

    @Override
    public Generator generator(int columns, long seed) {
        int[] widths = Perceptron.widths(2, hidden, layers, columns);
        return new Generator(
                design().create("generator", seed, widths),
                Gaussian.isotropic(2, 1),
                columns);
    }

    @Override
    public TrainingRun begin(long seed, int threads) {
        Discriminator discriminator = game.discriminator(2, hidden, layers, design(), seed);
        Generator generator = generator(2, seed);
        Training training = game.training(DATA, generator, discriminator, seed, threads);
        return new PlanarRun(
                training,
                generator,
                discriminator,
                DATA,
                Optional::empty,
                () -> PlanarRun.Least.samplingFloor(DATA),
                _ -> List.of(),
                seed,
                threads);
    }

    private static Perceptron design() {
        return Perceptron.xavier(new Activation.LeakyRelu(0.2));
    }
}
