package dev.simulacra.experiments.digits;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.Mnist;
import dev.simulacra.experiments.setup.Fingerprint;
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
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The networks and the game of GAN-Replication, trained on the handwritten digits of MNIST.
///
/// G is 100-128-128-784 with ReLU and a linear output, D is 784-128-128-1 with ReLU; weights start by Xavier's uniform
/// law and biases at 0; `V(D, G)` has 10⁻⁸ within its logarithms, and the generator's objective is the non-saturating
/// one. The source has no training script: Adam's settings, the noise's law and the length are chosen here.
///
/// @param data      the folder with MNIST's files
/// @param noise     the number of coordinates of the noise
/// @param hidden    the width of the hidden layers
/// @param minibatch the number of examples in one update
/// @param rate      the learning rate η of both players
/// @param beta1     Adam's β₁
/// @param beta2     Adam's β₂
/// @param epsilon   what stands within the logarithms of V
/// @param average   the decay of the weights' moving average
/// @param steps     the length of the run
public record ReplicationMnist(
        String data,
        int noise,
        int hidden,
        int minibatch,
        double rate,
        double beta1,
        double beta2,
        double epsilon,
        double average,
        long steps)
        implements Experiment {
    /// @throws IllegalArgumentException where a setting is outside its range
    public ReplicationMnist {
        SettingRules.within("replication-mnist", "noise", noise, 1, SettingRules.WIDEST);
        SettingRules.within("replication-mnist", "minibatch", minibatch, 1, SettingRules.LARGEST_MINIBATCH);
        SettingRules.networks("replication-mnist", hidden, 2, minibatch);
        SettingRules.positive("replication-mnist", "rate", rate);
        SettingRules.fraction("replication-mnist", "beta1", beta1);
        SettingRules.fraction("replication-mnist", "beta2", beta2);
        SettingRules.positive("replication-mnist", "epsilon", epsilon);
        SettingRules.fraction("replication-mnist", "average", average);
        SettingRules.atLeast("replication-mnist", "steps", steps, 1);
    }

    /// The settings whose results are published.
    public static ReplicationMnist standard() {
        return new ReplicationMnist("", 100, 128, 128, 2e-4, 0.5, 0.999, 1e-8, 0.999, 30_000);
    }

    @Override
    public String name() {
        return "replication-mnist";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "GAN-Replication's networks and game on the digits of MNIST: train --data FOLDER";
    }

    @Override
    public String source() {
        return "networks and game: GAN-Replication; data: MNIST, LeCun, Cortes and Burges";
    }

    @Override
    public long reportEvery() {
        return 100;
    }

    @Override
    public Generator generator(int columns, long seed) {
        return new Generator(network("generator", seed, noise, columns), Gaussian.isotropic(noise, 1), columns);
    }

    @Override
    public TrainingRun begin(long seed, int threads) throws IOException {
        if (data.isEmpty()) {
            throw new IOException("replication-mnist: no folder is given for the files of MNIST; name one with "
                    + "--data FOLDER or SIMULACRA_DATA");
        }
        Mnist mnist = Mnist.in(Path.of(data));
        Mnist.Images images = mnist.trainImages();
        Dataset digits = new Dataset("mnist", images.count(), Mnist.SIDE * Mnist.SIDE, images.pixels());
        String fingerprint = Fingerprint.of(mnist.trainImagesFile());
        return new DigitsRun(training(digits, seed, threads), digits, fingerprint, seed, threads);
    }

    private Training training(Dataset digits, long seed, int threads) {
        Discriminator discriminator = new Discriminator(network("discriminator", seed, digits.columns(), 1));
        Objective objective = new NonSaturating(new LogProbability.WithEpsilon(epsilon));
        Game game = new Game(
                digits, generator(digits.columns(), seed), discriminator, objective, List.of(), minibatch);
        Player.Optimization strategy = new Player.Optimization(
                new Adam(beta1, beta2, 1e-8), new Schedule.Constant(rate), new WeightAverage(average));
        return new Training(game, strategy, strategy, new Alternating(1), seed, threads);
    }

    private Layer network(String name, long seed, int inputs, int outputs) {
        int[] widths = Perceptron.widths(inputs, hidden, 2, outputs);
        Perceptron design =
                Perceptron.of(new Activation.Relu(), Initializer.xavierUniform(), Initializer.zeros());
        return design.create(name, seed, widths);
    }
}
