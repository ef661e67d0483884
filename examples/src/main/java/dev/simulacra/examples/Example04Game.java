package dev.simulacra.examples;

import dev.simulacra.analysis.metrics.Wasserstein;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.UniformNoise;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Game;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Player;
import dev.simulacra.game.Samples;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.optim.Momentum;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import java.util.List;

/// The game of Goodfellow et al. 2014 (arXiv:1406.2661), Algorithm 1, from its parts: data, generator, discriminator,
/// objective, and an order of moves. The data are N(2, 0.5²). The number that is shown is the Wasserstein-2 distance of
/// the generator's samples from the true density, because a loss alone proves nothing about a generator.
public final class Example04Game {
    private static final long SEED = 1;
    private static final Gaussian DATA = Gaussian.of(2, 0.5);

    private Example04Game() {}

    static void main() {
        for (long steps : new long[] {0, 500, 1000, 2000, 4000}) {
            IO.println("after " + steps + " steps: Wasserstein-2 distance " + distance(steps));
        }
    }

    /// The distance of samples from the data after `steps` steps.
    static double distance(long steps) {
        Training training = training();
        training.run(steps, 100, _ -> {});
        Generator generator = training.game().generator();
        float[] samples = Samples.of(generator.distribution(training::averaged), "samples", SEED, 1).rows(0, 10_000);
        return Wasserstein.onLine(DATA, samples);
    }

    private static Training training() {
        Perceptron tanh = Perceptron.xavier(new Activation.Tanh());
        Generator generator = new Generator(tanh.create("generator", SEED, 1, 16, 1), new UniformNoise(1), 1);
        Discriminator discriminator = new Discriminator(tanh.create("discriminator", SEED, 1, 16, 1));
        Game game = new Game(DATA, generator, discriminator,
                new NonSaturating(new LogProbability.FromLogits()), List.of(), 128);

        Player.Optimization momentum = new Player.Optimization(
                Momentum.heavyBall(0.5), new Schedule.Exponential(0.1, 0.999, 0.001), new WeightAverage(0));
        int discriminatorUpdates = 1;
        return new Training(game, momentum, momentum, new Alternating(discriminatorUpdates), SEED, 1);
    }
}
