package dev.simulacra.experiments.digits;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.LabelledDataset;
import dev.simulacra.data.LabelledNoise;
import dev.simulacra.data.Labels;
import dev.simulacra.data.Mnist;
import dev.simulacra.experiments.setup.AveragedAdam;
import dev.simulacra.experiments.setup.Fingerprint;
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
import dev.simulacra.nn.ColumnScaling;
import dev.simulacra.nn.Conditional;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.nn.Sequential;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// The handwritten digits of MNIST with their labels: the generator is asked for a digit, and the discriminator sees
/// which.
///
/// @param data   the folder with MNIST's files
/// @param noise  the number of coordinates of the noise beside the label
/// @param loud   what a label's 1 is multiplied by before either player's network: as long as the noise, and as long as
///     a picture, it is at about 8
/// @param hidden the width of the hidden layers
/// @param layers the number of hidden layers
/// @param game   how the game is played
/// @param steps  the length of the run and the horizon of its schedules
public record DigitsByLabel(String data, int noise, double loud, int hidden, int layers, GameSettings game, long steps)
        implements Experiment {
    /// The number of digits.
    static final int DIGITS = 10;

    /// @throws IllegalArgumentException where a setting is outside its range
    public DigitsByLabel {
        SettingRules.within("digits-by-label", "noise", noise, 1, SettingRules.WIDEST);
        SettingRules.positive("digits-by-label", "loud", loud);
        SettingRules.networks("digits-by-label", hidden, layers, game.minibatch());
        SettingRules.atLeast("digits-by-label", "steps", steps, 1);
    }

    /// The settings it is documented with.
    public static DigitsByLabel standard() {
        long steps = 5000;
        return new DigitsByLabel("", 64, 8, 256, 2, game(steps), steps);
    }

    private static GameSettings game(long steps) {
        Player.Optimization player = AveragedAdam.of(1e-3, 0, 0.99, 0.999, steps);
        return new GameSettings(
                new RelativisticPaired(),
                128,
                new Alternating(1),
                player,
                player,
                List.of(new R1(5), new R2(5)),
                Regularization.none());
    }

    @Override
    public String name() {
        return "digits-by-label";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "the digits of MNIST, each asked for by its label: train --data FOLDER";
    }

    @Override
    public String source() {
        return "labels: Mirza and Osindero 2014 (arXiv:1411.1784); data: MNIST, LeCun, Cortes and Burges";
    }

    @Override
    public long reportEvery() {
        return 100;
    }

    @Override
    public Generator generator(int columns, long seed) {
        int[] widths = Perceptron.widths(noise + DIGITS, hidden, layers, columns);
        return new Generator(
                new Conditional(
                        Sequential.of(
                                emphasis(),
                                design().create("generator", seed, widths),
                                new Activation.Sigmoid()),
                        DIGITS),
                new LabelledNoise(Gaussian.isotropic(noise, 1), Labels.equal(DIGITS)),
                columns + DIGITS);
    }

    @Override
    public TrainingRun begin(long seed, int threads) throws IOException {
        if (data.isEmpty()) {
            throw new IOException("digits-by-label: no folder is given for the files of MNIST; name one with "
                    + "--data FOLDER or SIMULACRA_DATA");
        }
        Mnist mnist = Mnist.in(Path.of(data));
        LabelledDataset digits = labelled("mnist", mnist.trainImages(), mnist.trainLabels());
        LabelledDataset others = labelled("mnist test", mnist.testImages(), mnist.testLabels());
        String fingerprint = Fingerprint.of(mnist.trainImagesFile(), mnist.trainLabelsFile());
        return new DigitsByLabelRun(training(digits, seed, threads), digits, others, fingerprint, seed, threads);
    }

    private static LabelledDataset labelled(String name, Mnist.Images images, byte[] labels) throws IOException {
        Dataset pictures = new Dataset(name, images.count(), Mnist.SIDE * Mnist.SIDE, images.pixels());
        try {
            int[] numbers = IntStream.range(0, labels.length).map(i -> labels[i]).toArray();
            return LabelledDataset.of(pictures, numbers, DIGITS);
        } catch (IllegalArgumentException e) {
            throw new IOException("read MNIST: " + e.getMessage(), e);
        }
    }

    private Training training(LabelledDataset digits, long seed, int threads) {
        Generator generator = generator(digits.examples().columns(), seed).withLabels(digits.law());
        Discriminator plain = game.discriminator(digits.dimension(), hidden, layers, design(), seed);
        Discriminator discriminator =
                new Discriminator(Sequential.of(emphasis(), plain.network()), plain.pack());
        return game.training(digits, generator, discriminator, seed, threads);
    }

    private Layer emphasis() {
        return new ColumnScaling(DIGITS, loud);
    }

    private static Perceptron design() {
        return Perceptron.xavier(new Activation.LeakyRelu(0.2));
    }
}
