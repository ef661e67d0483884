package dev.simulacra.experiments;

import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Sequential;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Networks that several experiments have in common.
final class Networks {
    private Networks() {}

    /// How a linear layer is made.
    interface Linears {
        Layer create(String name, int inputs, int outputs, Initializer weights, Initializer bias, long seed);
    }

    /// A multilayer perceptron: linear layers of the given widths, from the input's to the output's, with `activation`
    /// between them; biases start at 0.
    static Layer perceptron(String name, Activation activation, Initializer weights, long seed, int... widths) {
        return perceptron(name, activation, Linear::create, weights, seed, widths);
    }

    /// The perceptron whose layers `linears` makes.
    static Layer perceptron(
            String name, Activation activation, Linears linears, Initializer weights, long seed, int... widths) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i + 1 < widths.length; i++) {
            if (i > 0) {
                layers.add(activation);
            }
            layers.add(linears.create(name + "/" + i, widths[i], widths[i + 1], weights, Initializer.zeros(), seed));
        }
        return new Sequential(layers);
    }

    /// The widths `inputs, hidden × layers, outputs`.
    static int[] widths(int inputs, int hidden, int layers, int outputs) {
        int[] widths = new int[layers + 2];
        Arrays.fill(widths, hidden);
        widths[0] = inputs;
        widths[layers + 1] = outputs;
        return widths;
    }
}
