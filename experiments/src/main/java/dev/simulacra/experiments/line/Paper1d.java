package dev.simulacra.experiments.line;

import dev.simulacra.data.Gaussian;
import dev.simulacra.data.UniformNoise;
import dev.simulacra.experiments.setup.AveragedAdam;
import dev.simulacra.experiments.setup.SettingRules;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Regularization;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;
import java.util.List;

/// Figure 1 of Goodfellow et al. 2014: a distribution on the line, uniform noise, and both densities and the
/// discriminator at several steps of the training.
///
/// The figure is a sketch and names no numbers. Its data have one mode and its noise is uniform in one dimension: here
/// x ~ N(1, 1) and z ~ U(−1, 1).
///
/// @param hidden the width of the hidden layers
/// @param layers the number of hidden layers
/// @param game   how the game is played
/// @param steps  the length of the run and the horizon of the rates
public record Paper1d(int hidden, int layers, GameSettings game, long steps) implements Experiment {
    private static final Perceptron DESIGN = Perceptron.xavier(new Activation.Tanh());
    private static final Gaussian DATA = Gaussian.of(1, 1);

    /// @throws IllegalArgumentException where a setting is outside its range
    public Paper1d {
        SettingRules.networks("paper-1d", hidden, layers, game.minibatch());
        SettingRules.atLeast("paper-1d", "steps", steps, 1);
    }

    /// The settings whose results are documented.
    public static Paper1d standard() {
        long steps = 10_000;
        GameSettings game = new GameSettings(
                new NonSaturating(new LogProbability.FromLogits()),
                256,
                new Alternating(1),
                AveragedAdam.of(2e-3, 0, 0.99, 0.999, steps),
                AveragedAdam.of(6e-3, 0, 0.99, 0.999, steps),
                List.of(new R1(0.03)),
                Regularization.none());
        return new Paper1d(32, 2, game, steps);
    }

    @Override
    public String name() {
        return "paper-1d";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String title() {
        return "Figure 1 of the 2014 paper: both densities and D on the line, at several steps";
    }

    @Override
    public String source() {
        return "Goodfellow et al. 2014 (arXiv:1406.2661), Figure 1";
    }

    @Override
    public long reportEvery() {
        return 100;
    }

    @Override
    public Generator generator(int columns, long seed) {
        return new Generator(network("generator", columns, seed), new UniformNoise(1), columns);
    }

    @Override
    public TrainingRun begin(long seed, int threads) {
        Discriminator discriminator = game.discriminator(1, hidden, layers, DESIGN, seed);
        Training training = game.training(DATA, generator(1, seed), discriminator, seed, threads);
        return new LineRun(training, DATA, steps, seed, threads);
    }

    private Layer network(String name, int outputs, long seed) {
        int[] widths = Perceptron.widths(1, hidden, layers, outputs);
        return DESIGN.create(name, seed, widths);
    }
}
