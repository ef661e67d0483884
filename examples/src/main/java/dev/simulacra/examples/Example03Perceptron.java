package dev.simulacra.examples;

import dev.simulacra.game.Player;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Program;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// A perceptron learns a function, `sin x` between −3 and 3. The examples are random leaves of the expression: they are
/// drawn anew at each step, from a stream with a name, and seed and step determine them. A player owns parameters and
/// descends a loss; its step is a list of assignments, which is compiled and run.
public final class Example03Perceptron {
    private static final long SEED = 1;
    private static final int MINIBATCH = 64;

    private Example03Perceptron() {}

    static void main() {
        float[] losses = losses(2000);
        for (int step = 0; step < losses.length; step += 200) {
            IO.println("step " + step + ": mean squared error " + losses[step]);
        }
    }

    /// The loss before each of `steps` steps.
    static float[] losses(int steps) {
        Layer network = Perceptron.xavier(new Activation.Tanh()).create("network", SEED, 1, 32, 1);
        Tensor x = Tensor.draw("examples", new Law.Uniform(-3, 3), Shape.of(MINIBATCH, 1));
        Tensor error = network.apply(x, ForwardPass.training("network")).minus(x.sin());
        Tensor loss = error.square().mean();

        Player.Optimization adam = new Player.Optimization(
                new Adam(0.9, 0.999, 1e-8), new Schedule.Constant(0.01), new WeightAverage(0));
        Player learner = new Player(network.parameters(), adam);
        Computation step = learner.descend(loss).and(Computation.of(loss));
        Program program = new Compiler(SEED, 1).compile(step);

        float[] losses = new float[steps];
        for (int i = 0; i < steps; i++) {
            program.run(i, i);
            losses[i] = program.scalar(loss);
        }
        return losses;
    }
}
