package dev.simulacra.nn;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// A function of a minibatch, with parameters.
///
/// A layer is its data: it holds parameters and settings, and nothing that changes. It reads its parameters through
/// [ForwardPass#value], so that averaged or unrolled weights can stand for them.
public interface Layer {
    /// The layer's value at the minibatch `x`: `(m, inputs) → (m, outputs)`, one example a row.
    Tensor apply(Tensor x, ForwardPass pass);

    /// The parameters that are trained, in the order of the layer's definition.
    List<Parameter> parameters();

    /// The parameters that are kept and written with the network but not trained, as running moments.
    default List<Parameter> statistics() {
        return List.of();
    }
}
