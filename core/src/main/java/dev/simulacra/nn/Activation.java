package dev.simulacra.nn;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// A layer that applies one function to each element.
public sealed interface Activation extends Layer {
    /// `max(x, 0)`.
    record Relu() implements Activation {}

    /// `x` where `x > 0`, else `slope · x`.
    record LeakyRelu(double slope) implements Activation {}

    /// `tanh x`, in (−1, 1).
    record Tanh() implements Activation {}

    /// `1 / (1 + e⁻ˣ)`, in (0, 1).
    record Sigmoid() implements Activation {}

    /// `ln(1 + eˣ)`, above 0.
    record Softplus() implements Activation {}

    @Override
    default Tensor apply(Tensor x, ForwardPass pass) {
        return switch (this) {
            case Relu _ -> x.relu();
            case LeakyRelu(var slope) -> x.leakyRelu(slope);
            case Tanh _ -> x.tanh();
            case Sigmoid _ -> x.sigmoid();
            case Softplus _ -> x.softplus();
        };
    }

    @Override
    default List<Parameter> parameters() {
        return List.of();
    }
}
