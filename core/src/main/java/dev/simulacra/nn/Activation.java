package dev.simulacra.nn;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// A layer that applies one function to each element, without parameters.
///
/// This interface is open: an activation of one's own is a record that implements [#of] by a tensor expression.
public interface Activation extends Layer {
    /// The function's value at each element of `x`, in the shape of `x`.
    Tensor of(Tensor x);

    @Override
    default Tensor apply(Tensor x, ForwardPass pass) {
        return of(x);
    }

    @Override
    default List<Parameter> parameters() {
        return List.of();
    }

    /// `max(x, 0)`.
    record Relu() implements Activation {
        @Override
        public Tensor of(Tensor x) {
            return x.relu();
        }
    }

    /// `x` where `x > 0`, else `slope · x`.
    record LeakyRelu(double slope) implements Activation {
        @Override
        public Tensor of(Tensor x) {
            return x.leakyRelu(slope);
        }
    }

    /// `tanh x`, in (−1, 1).
    record Tanh() implements Activation {
        @Override
        public Tensor of(Tensor x) {
            return x.tanh();
        }
    }

    /// `1 / (1 + e⁻ˣ)`, in (0, 1).
    record Sigmoid() implements Activation {
        @Override
        public Tensor of(Tensor x) {
            return x.sigmoid();
        }
    }

    /// `ln(1 + eˣ)`, above 0.
    record Softplus() implements Activation {
        @Override
        public Tensor of(Tensor x) {
            return x.softplus();
        }
    }
}
