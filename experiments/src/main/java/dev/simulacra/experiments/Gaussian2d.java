package dev.simulacra.experiments;

import dev.simulacra.data.Gaussian;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Training;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Initializer;
import dev.simulacra.optim.Adam;
import java.util.List;
import java.util.Optional;

/// A Gaussian in the plane, learned to a proven equilibrium by two small perceptrons.
///
/// The data are `x = zA + b` with A = [[1, 2], [−0.1, 0.5]], b = (1, 2), as in [Gaussian2dPublished]. The discriminator
/// pays for steep logits on data and samples (R1 and R2), both players use Adam without momentum, rates fall to a tenth
/// along a cosine, and weight averages are judged.
///
/// @param hidden    the width of the hidden layers
/// @param layers    the number of hidden layers
/// @param minibatch the number of examples in one update
/// @param rate      the first learning rate η of both players
/// @param beta1     Adam's β₁
/// @param beta2     Adam's β₂
/// @param r1        the weight γ of the R1 penalty
/// @param r2        the weight γ of the R2 penalty
/// @param average   the decay of the weights' moving average
/// @param steps     the length of the run and the horizon of the rates
public record Gaussian2d(
        int hidden,
        int layers,
        int minibatch,
        double rate,
        double beta1,
        double beta2,
        double r1,
        double r2,
        double average,
        long steps)
        implements Experiment {
    /// The data of the published system.
    static final Gaussian DATA = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);

    /// The settings whose results are documented.
    public static Gaussian2d standard() {
        return new Gaussian2d(32, 2, 512, 1e-3, 0, 0.99, 3, 3, 0.999, 8000);
    }

    /// @throws IllegalArgumentException where a setting is outside its range
    public Gaussian2d {
        Settings.atLeast("gaussian-2d", "hidden", hidden, 1);
        Settings.atLeast("gaussian-2d", "layers", layers, 0);
        Settings.atLeast("gaussian-2d", "minibatch", minibatch, 1);
        Settings.atLeast("gaussian-2d", "steps", steps, 1);
        Settings.positive("gaussian-2d", "rate", rate);
        Settings.fraction("gaussian-2d", "beta1", beta1);
        Settings.fraction("gaussian-2d", "beta2", beta2);
        Settings.notNegative("gaussian-2d", "r1", r1);
        Settings.notNegative("gaussian-2d", "r2", r2);
        Settings.fraction("gaussian-2d", "average", average);
    }

    @Override
    public String name() {
        return "gaussian-2d";
    }

    @Override
    public int version() {
        return 1;
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
        int[] widths = Networks.widths(2, hidden, layers, columns);
        return new Generator(
                Networks.perceptron("generator", activation(), Initializer.xavierNormal(), seed, widths),
                Gaussian.isotropic(2, 1),
                columns);
    }

    @Override
    public Trial begin(long seed, int threads) {
        int[] widths = Networks.widths(2, hidden, layers, 1);
        Discriminator discriminator = new Discriminator(
                Networks.perceptron("discriminator", activation(), Initializer.xavierNormal(), seed, widths));
        Recipe recipe = new Recipe(minibatch, rate, rate, beta1, beta2, r1, r2, average, steps);
        Generator generator = generator(2, seed);
        Training training = recipe.training(DATA, generator, discriminator, seed, threads);
        return new PlanarTrial(
                training,
                generator,
                DATA,
                Optional::empty,
                () -> PlanarTrial.Least.samplingFloor(DATA),
                _ -> List.of(),
                seed,
                threads);
    }

    private static Activation activation() {
        return new Activation.LeakyRelu(0.2);
    }
}
