package dev.simulacra.nn;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// Checks and initial values that the layers with a matrix of weights share.
final class Weights {
    private static final String SUFFIX = "/weight";

    private Weights() {}

    /// `xW`: `(m, inputs) × (inputs, outputs) → (m, outputs)`; `kind` is the layer's name in the error.
    static Tensor product(String kind, Tensor x, Parameter W, ForwardPass pass) {
        int inputs = W.shape().extent(0);
        if (x.shape().rank() != 2 || x.shape().extent(1) != inputs) {
            throw new IllegalArgumentException(
                    kind + " " + layer(W, SUFFIX) + ": takes " + inputs + " inputs, not " + x.shape());
        }
        return x.matmul(pass.value(W));
    }

    /// The parameter `name/weight`.
    static Parameter weight(String name, Shape shape, Initializer values, int fanOut, long seed) {
        return values.parameter(name + SUFFIX, shape, shape.extent(0), fanOut, seed);
    }

    /// The parameter `name/bias`.
    static Parameter bias(String name, int width, Initializer values, int fanIn, int fanOut, long seed) {
        return values.parameter(name + "/bias", Shape.of(width), fanIn, fanOut, seed);
    }

    static void requireMatrix(String kind, Parameter W) {
        if (W.shape().rank() != 2) {
            throw new IllegalArgumentException(kind + ": the weight must be a matrix (inputs, outputs), not " + W);
        }
    }

    static void requireBias(String kind, Parameter W, Parameter b) {
        if (!b.shape().equals(Shape.of(W.shape().extent(1)))) {
            throw new IllegalArgumentException(
                    kind + ": the bias " + b + " must have one element for each column of " + W);
        }
    }

    /// The layer's name: that of its parameter `p` without `suffix`.
    static String layer(Parameter p, String suffix) {
        String name = p.name();
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
}
