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

    /// A kind of multilayer perceptron: linear layers with an activation between them.
    ///
    /// @param first   what the weights of the first layer start as
    /// @param weights what all other weights start as
    /// @param bias    what the biases before an activation start as; those of the output start at 0
    record Perceptron(Activation activation, Initializer first, Initializer weights, Initializer bias) {
        /// All weights from one law.
        static Perceptron of(Activation activation, Initializer weights, Initializer bias) {
            return new Perceptron(activation, weights, weights, bias);
        }

        /// Glorot's weights, biases of 0.
        static Perceptron xavier(Activation activation) {
            return of(activation, Initializer.xavierNormal(), Initializer.zeros());
        }

        /// He's weights for rectifiers, and biases between −1 and 1: with biases of 0 all kinks of the first layer
        /// go through the origin, and few points see any.
        static Perceptron spread(Activation activation) {
            return of(activation, Initializer.heNormal(), Initializer.uniform(1));
        }

        /// The same for a network whose input is noise: what it makes depends on the noise smoothly at first, as the
        /// kinks of its first layer lie where noise seldom is, and few borders between modes are short borders.
        static Perceptron ofNoise(Activation activation) {
            return new Perceptron(
                    activation, Initializer.heNormal().times(0.18), Initializer.heNormal(), Initializer.uniform(1));
        }

        /// The network of the given widths, from the input's to the output's.
        Layer create(String name, long seed, int... widths) {
            return create(name, Linear::create, seed, widths);
        }

        /// The network whose layers `linears` makes.
        Layer create(String name, Linears linears, long seed, int... widths) {
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
