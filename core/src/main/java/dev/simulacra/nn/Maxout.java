package dev.simulacra.nn;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// The largest of several linear functions: `yᵤ = max over k of (xW + b)ᵤₖ`, `(m, inputs) → (m, units)`.
///
/// Column `k · units + u` of `W`, and that element of `b`, belong to piece `k` of unit `u`: the units of one piece lie
/// side by side, so that the maximum is taken of whole vectors.
/// Source: Goodfellow et al. 2013 (arXiv:1302.4389).
///
/// @param W the weights, `(inputs, pieces · units)`
/// @param b the bias, `(pieces · units)`
/// @param pieces the number of linear functions of each unit
public record Maxout(Parameter W, Parameter b, int pieces) implements Layer {
    /// @throws IllegalArgumentException where the shapes do not fit each other or `pieces`
    public Maxout {
        Weights.requireMatrix("maxout", W);
        Weights.requireBias("maxout", W, b);
        if (pieces < 1 || W.shape().extent(1) % pieces != 0) {
            throw new IllegalArgumentException("maxout: the columns of " + W + " do not divide into units of " + pieces
                    + " pieces; the weight must be (inputs, pieces · units)");
        }
    }

    /// A layer of the parameters `name/weight` and `name/bias`, whose initial values depend on the seed and these names
    /// alone.
    ///
    /// Its fan-out is `units`, not `pieces · units`: of each unit one piece alone is active and passes a derivative on.
    public static Maxout create(
            String name, int inputs, int units, int pieces, Initializer weights, Initializer bias, long seed) {
        int columns = Math.multiplyExact(units, pieces);
        return new Maxout(
                Weights.weight(name, Shape.of(inputs, columns), weights, units, seed),
                Weights.bias(name, columns, bias, inputs, units, seed),
                pieces);
    }

    @Override
    public Tensor apply(Tensor x, ForwardPass pass) {
        Tensor h = Weights.product("maxout", x, W, pass).plus(pass.value(b));
        int m = x.shape().extent(0);
        int units = W.shape().extent(1) / pieces;
        return h.reshape(m, pieces, units).maxTo(Shape.of(m, 1, units)).reshape(m, units);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(W, b);
    }
}
