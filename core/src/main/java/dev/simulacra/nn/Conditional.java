package dev.simulacra.nn;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// A layer that hands the labels of its input on beside its output: `[z, y] → [network([z, y]), y]`.
///
/// A generator of this kind makes examples with the labels that it was asked for, and a discriminator that reads both
/// plays a game for each label. Source: Mirza and Osindero 2014 (arXiv:1411.1784), section 3.2.
///
/// @param network `(m, noise + labels) → (m, columns)`
/// @param labels  the number of columns of y, the last ones of the input
public record Conditional(Layer network, int labels) implements Layer {
    /// @throws IllegalArgumentException where there are no labels
    public Conditional {
        if (labels < 1) {
            throw new IllegalArgumentException("conditional: " + labels + " labels; there must be at least 1");
        }
    }

    @Override
    public Tensor apply(Tensor x, ForwardPass pass) {
        int columns = x.shape().extent(1);
        return Tensor.concatenate(1, List.of(network.apply(x, pass), x.slice(1, columns - labels, columns)));
    }

    @Override
    public List<Parameter> parameters() {
        return network.parameters();
    }

    @Override
    public List<Parameter> statistics() {
        return network.statistics();
    }
}
