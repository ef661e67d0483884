package dev.simulacra.examples;

import dev.simulacra.game.Player;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.nn.Sequential;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Program;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// A layer of one's own: Fourier features. A layer is a record that says its value as a tensor expression and lists its
/// parameters; its derivatives follow. This one has no parameters, and puts sines and cosines of its input beside it,
/// by which a perceptron learns functions that change quickly (Tancik et al. 2020, arXiv:2006.10739).
public final class Example06OwnLayer {
    private static final long SEED = 1;

    /// `(m, n) → (m, n (1 + 2 octaves))`: `x`, and `sin 2ᵏx` and `cos 2ᵏx` for k from 0 on.
    record FourierFeatures(int octaves) implements Layer {
        int outputs(int inputs) {
            return inputs * (1 + 2 * octaves);
        }

        @Override
        public Tensor apply(Tensor x, ForwardPass pass) {
            List<Tensor> columns = new ArrayList<>(List.of(x));
            for (int k = 0; k < octaves; k++) {
                Tensor angle = x.times(1 << k);
                columns.add(angle.sin());
                columns.add(angle.cos());
            }
            return Tensor.concatenate(1, columns);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }
    }

    private Example06OwnLayer() {}

    static void main() {
        for (int octaves : new int[] {0, 2, 4}) {
            IO.println(octaves + " octaves: mean squared error " + error(octaves, 1000));
        }
    }

    /// The mean squared error of a perceptron behind Fourier features that has learned `sin 8x` for `steps` steps.
    static float error(int octaves, int steps) {
        FourierFeatures features = new FourierFeatures(octaves);
        Layer perceptron = Perceptron.xavier(new Activation.Tanh())
                .create("perceptron", SEED, features.outputs(1), 16, 1);
        Layer network = Sequential.of(features, perceptron);
        Tensor x = Tensor.draw("examples", new Law.Uniform(-3, 3), Shape.of(128, 1));
        Tensor target = x.times(8).sin();
        Tensor loss = network.apply(x, ForwardPass.training("network")).minus(target).square().mean();

        Player learner = new Player(network.parameters(), new Player.Optimization(
                new Adam(0.9, 0.999, 1e-8), new Schedule.Constant(0.01), new WeightAverage(0)));
        Program program = new Compiler(SEED, 1).compile(learner.descend(loss).and(Computation.of(loss)));
        for (int step = 0; step < steps; step++) {
            program.run(step, step);
        }
        return program.scalar(loss);
    }
}
