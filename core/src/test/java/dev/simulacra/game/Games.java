package dev.simulacra.game;

import dev.simulacra.data.Gaussian;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.penalty.GradientPenalty;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.BatchNorm;
import dev.simulacra.nn.Dropout;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.LinearMap;
import dev.simulacra.nn.Maxout;
import dev.simulacra.nn.Sequential;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import java.util.List;

/// Small games for tests.
final class Games {
    static final Gaussian DATA = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);
    static final Objective NON_SATURATING = new NonSaturating(new LogProbability.FromLogits());

    private Games() {}

    /// A game with everything in it: batch normalization, dropout and maxout in both players' networks.
    static Game everything(Objective objective, long seed) {
        return new Game(
                DATA,
                new Generator(withEverything("generator", 3, 2, seed), Gaussian.isotropic(3, 1), 2),
                new Discriminator(withEverything("discriminator", 2, 1, seed)),
                objective,
                List.of(new R1(0.5), new R2(0.25), new GradientPenalty(0.3)),
                16);
    }

    /// No bias stands before a batch normalization: its gradient is 0, and Adam would make steps of the rounding.
    private static Layer withEverything(String name, int inputs, int outputs, long seed) {
        Initializer weights = Initializer.xavierNormal();
        return Sequential.of(
                LinearMap.create(name + "/0", inputs, 12, weights, seed),
                BatchNorm.create(name + "/norm", 12),
                new Activation.Tanh(),
                Dropout.inverted("drop", 0.75),
                Maxout.create(name + "/1", 12, 5, 3, weights, Initializer.zeros(), seed),
                new Activation.Softplus(),
                Linear.create(name + "/2", 5, outputs, weights, Initializer.zeros(), seed));
    }

    /// Perceptrons of two hidden layers, 2-h-h-2 against 2-h-h-1, with R1.
    static Game perceptrons(int hidden, int minibatch, long seed) {
        return new Game(
                DATA,
                new Generator(perceptron("generator", 2, hidden, 2, seed), Gaussian.isotropic(2, 1), 2),
                new Discriminator(perceptron("discriminator", 2, hidden, 1, seed)),
                NON_SATURATING,
                List.of(new R1(0.1)),
                minibatch);
    }

    private static Layer perceptron(String name, int inputs, int hidden, int outputs, long seed) {
        Initializer weights = Initializer.xavierNormal();
        return Sequential.of(
                Linear.create(name + "/0", inputs, hidden, weights, Initializer.zeros(), seed),
                new Activation.LeakyRelu(0.2),
                Linear.create(name + "/1", hidden, hidden, weights, Initializer.zeros(), seed),
                new Activation.LeakyRelu(0.2),
                Linear.create(name + "/2", hidden, outputs, weights, Initializer.zeros(), seed));
    }

    static Player.Optimization strategy(LearningRule rule, double rate) {
        return new Player.Optimization(rule, new Schedule.Cosine(rate, 0, 100), new WeightAverage(0.9));
    }
}
