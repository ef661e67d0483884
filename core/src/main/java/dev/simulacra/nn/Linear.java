package dev.simulacra.nn;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// `y = xW + b`: `(m, inputs) → (m, outputs)`.
///
/// @param W the weights, `(inputs, outputs)`
/// @param b the bias, `(outputs)`
public record Linear(Parameter W, Parameter b) implements Layer {
    /// @throws IllegalArgumentException where the shapes do not fit each other
    public Linear {
        Weights.requireMatrix("linear", W);
        Weights.requireBias("linear", W, b);
    }

    /// A layer of the parameters `name/weight` and `name/bias`, whose initial values depend on the seed and these names
    /// alone.
    public static Linear create(
            String name, int inputs, int outputs, Initializer weights, Initializer bias, long seed) {
        return new Linear(
                Weights.weight(name, Shape.of(inputs, outputs), weights, outputs, seed),
                Weights.bias(name, outputs, bias, inputs, outputs, seed));
    }

    @Override
    public Tensor apply(Tensor x, ForwardPass pass) {
        return Weights.product("linear", x, W, pass).plus(pass.value(b));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(W, b);
    }
}
