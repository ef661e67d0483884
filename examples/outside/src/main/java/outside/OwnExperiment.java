package outside;

import dev.simulacra.experiments.DistributionRun;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.nn.Sequential;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;

/// An experiment: a circle, learned in a game with the objective [Exponential] by a discriminator that begins with the
/// layer [WithRadius]. Its components are what `--set` changes.
///
/// @param radius the radius of the circle
/// @param hidden the width of the hidden layers
/// @param game   how the game is played
/// @param steps  the length of the run and the horizon of its schedules
public record OwnExperiment(double radius, int hidden, GameSettings game, long steps) implements Experiment {
    private static final double NOISE = 0.02;

    public static OwnExperiment standard() {
        GameSettings game = Presets.plain().with(new Exponential(0.5)).with(new R1(0.1)).withMinibatch(128);
        return new OwnExperiment(1, 32, game, 2000);
    }

    @Override
    public String name() {
        return "own-experiment";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "A circle, by an objective and a layer from outside.";
    }

    @Override
    public String source() {
        return "examples/outside";
    }

    @Override
    public long reportEvery() {
        return 100;
    }

    @Override
    public Generator generator(int columns, long seed) {
        return Presets.generator(columns, hidden, 2, seed);
    }

    @Override
    public TrainingRun begin(long seed, int threads) {
        Layer perceptron = Perceptron.xavier(new Activation.LeakyRelu(0.2))
                .create("discriminator", seed, 3, hidden, hidden, 1);
        Discriminator discriminator = new Discriminator(Sequential.of(new WithRadius(), perceptron));
        return DistributionRun.of(
                game.training(new Circle(radius, NOISE), generator(2, seed), discriminator, seed, threads),
                seed, threads);
    }
}
