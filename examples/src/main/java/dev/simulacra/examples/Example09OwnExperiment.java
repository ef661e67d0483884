package dev.simulacra.examples;

import dev.simulacra.cli.Simulacra;
import dev.simulacra.experiments.DistributionRun;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;
import java.util.List;

/// An experiment of one's own. It is a record whose components are its settings, and the command line does the rest:
/// run folders, checkpoints, resumption, several seeds, `--set`, results and pictures.
///
/// ```text
/// train own-spiral --set turns=3 --out /tmp/spiral        evaluate /tmp/spiral
/// ```
public final class Example09OwnExperiment {
    /// The spiral of [Example08OwnData], learned by perceptrons.
    ///
    /// @param turns  how often it goes around the origin
    /// @param hidden the width of the hidden layers
    /// @param game   how the game is played
    /// @param steps  the length of the run and the horizon of its schedules
    record SpiralExperiment(double turns, int hidden, GameSettings game, long steps) implements Experiment {
        private static final int LAYERS = 2;

        static SpiralExperiment standard() {
            return new SpiralExperiment(1.5, 64, Presets.modern(5000), 5000);
        }

        @Override
        public String name() {
            return "own-spiral";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String title() {
            return "A noisy spiral in the plane.";
        }

        @Override
        public String source() {
            return "the examples of this project";
        }

        @Override
        public long reportEvery() {
            return 100;
        }

        @Override
        public Generator generator(int columns, long seed) {
            return Presets.generator(columns, hidden, LAYERS, seed);
        }

        @Override
        public TrainingRun begin(long seed, int threads) {
            Example08OwnData.Spiral data = new Example08OwnData.Spiral(turns, 0.02);
            Perceptron design = Perceptron.spread(new Activation.LeakyRelu(0.2));
            Discriminator discriminator = game.discriminator(2, hidden, LAYERS, design, seed);
            return DistributionRun.of(
                    game.training(data, generator(2, seed), discriminator, seed, threads), seed, threads);
        }
    }

    private Example09OwnExperiment() {}

    static void main(String[] words) {
        System.exit(run(words.length == 0 ? new String[] {"settings", "own-spiral"} : words));
    }

    /// Runs the command line with this experiment beside the project's own, and gives its exit code.
    static int run(String... words) {
        return Simulacra.run(List.of(SpiralExperiment.standard()), words);
    }
}
