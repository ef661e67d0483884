package dev.simulacra.nn;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// `y = xW`, without a bias: `(m, inputs) → (m, outputs)`.
///
/// @param W the weights, `(inputs, outputs)`
public record LinearMap(Parameter W) implements Layer {
    /// @throws IllegalArgumentException where `W` is not a matrix
    public LinearMap {
        Weights.requireMatrix("linear map", W);
    }

    /// A layer of the parameter `name/weight`, whose initial values depend on the seed and this name alone.
    public static LinearMap create(String name, int inputs, int outputs, Initializer weights, long seed) {
        return new LinearMap(Weights.weight(name, Shape.of(inputs, outputs), weights, outputs, seed));
    }

    @Override
    public Tensor apply(Tensor x, ForwardPass pass) {
        return Weights.product("linear map", x, W, pass);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(W);
    }
}
