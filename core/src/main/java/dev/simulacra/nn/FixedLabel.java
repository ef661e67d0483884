package dev.simulacra.nn;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// A network of examples and labels as it is for one label: `x → network([x, y])` with the same y beside each row,
/// `(m, inputs) → (m, outputs)`.
///
/// A game of conditional players is the mean over the labels of as many games; with both players at one label it is
/// that label's. Source: Mirza and Osindero 2014 (arXiv:1411.1784), equation 2.
///
/// @param network `(m, inputs + labels) → (m, outputs)`
/// @param label   which label, from 0
/// @param labels  how many labels there are
public record FixedLabel(Layer network, int label, int labels) implements Layer {
    /// @throws IllegalArgumentException where there is no such label
    public FixedLabel {
        if (label < 0 || label >= labels) {
            throw new IllegalArgumentException(
                    "at label: " + label + " is none of " + labels + " labels; there are 0 to " + (labels - 1));
        }
    }

    @Override
    public Tensor apply(Tensor x, ForwardPass pass) {
        float[] indicator = new float[labels];
        indicator[label] = 1;
        Tensor y = Tensor.table("label", Shape.of(1, labels), indicator);
        return network.apply(
                Tensor.concatenate(1, List.of(x, y.broadcastTo(Shape.of(x.shape().extent(0), labels)))), pass);
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
