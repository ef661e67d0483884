package dev.simulacra.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A kind of multilayer perceptron: linear layers with an activation between them, and the laws of its initial values.
///
/// @param activation the function between two linear layers
/// @param first      the initial weights of the first layer
/// @param weights    the initial weights of all other layers
/// @param bias       the initial biases before an activation; those of the output are 0
public record Perceptron(Activation activation, Initializer first, Initializer weights, Initializer bias) {
    /// A constructor of linear layers, as `Linear::create` or `SpectralLinear::create`.
    @FunctionalInterface
    public interface LinearLayers {
        /// A layer `(m, inputs) → (m, outputs)` whose parameters are named after `name`.
        Layer create(String name, int inputs, int outputs, Initializer weights, Initializer bias, long seed);
    }

    /// A perceptron with all weights from one law.
    public static Perceptron of(Activation activation, Initializer weights, Initializer bias) {
        return new Perceptron(activation, weights, weights, bias);
    }

    /// A perceptron with Glorot's normal weights and biases of 0.
    public static Perceptron xavier(Activation activation) {
        return of(activation, Initializer.xavierNormal(), Initializer.zeros());
    }

    /// A perceptron with He's weights for rectifiers, and biases between −1 and 1: with biases of 0 all kinks of the
    /// first layer go through the origin, and few points see any.
    public static Perceptron spread(Activation activation) {
        return of(activation, Initializer.heNormal(), Initializer.uniform(1));
    }

    /// A perceptron as [#spread] whose input is noise: its output depends on the noise smoothly at first, as the kinks
    /// of its first layer lie where noise seldom is, and few borders between modes are short borders.
    public static Perceptron ofNoise(Activation activation) {
        return new Perceptron(
                activation, Initializer.heNormal().times(0.18), Initializer.heNormal(), Initializer.uniform(1));
    }

    /// The network of the given widths, from the input's to the output's.
    ///
    /// @param name the prefix of the parameters' names, as `generator`
    /// @param seed the seed of the initial values
    public Layer create(String name, long seed, int... widths) {
        return create(name, Linear::create, seed, widths);
    }

    /// The network of the given widths whose linear layers `linears` makes.
    public Layer create(String name, LinearLayers linears, long seed, int... widths) {
        List<Layer> layers = new ArrayList<>();
        int last = widths.length - 2;
        for (int i = 0; i <= last; i++) {
            Initializer start = i < last ? bias : Initializer.zeros();
            Initializer of = i == 0 ? first : weights;
            layers.add(linears.create(name + "/" + i, widths[i], widths[i + 1], of, start, seed));
            if (i < last) {
                layers.add(activation);
            }
        }
        return new Sequential(layers);
    }

    /// The widths `inputs, hidden × layers, outputs`.
    public static int[] widths(int inputs, int hidden, int layers, int outputs) {
        int[] widths = new int[layers + 2];
        Arrays.fill(widths, hidden);
        widths[0] = inputs;
        widths[layers + 1] = outputs;
        return widths;
    }
}
