package dev.simulacra.examples;

import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// A gradient. A tensor is an expression: it has a shape, but no value until it is evaluated. The gradient of a scalar
/// is found from the expression, and is an expression again. The function is Rosenbrock's,
/// `f(x, y) = (1 − x)² + 100 (y − x²)²`, whose minimum is at (1, 1).
public final class Example01Gradient {
    private Example01Gradient() {}

    static void main() {
        IO.println("∇f(0, 0) = " + Arrays.toString(gradient(0, 0)));
        IO.println("∇f(1, 1) = " + Arrays.toString(gradient(1, 1)));
    }

    /// `(∂f/∂x, ∂f/∂y)` at a point, in double precision.
    static double[] gradient(double atX, double atY) {
        Tensor x = Tensor.input("x", Shape.SCALAR);
        Tensor y = Tensor.input("y", Shape.SCALAR);
        Tensor f = Tensor.of(1).minus(x).square().plus(y.minus(x.square()).square().times(100));

        List<Tensor> slopes = Gradients.of(f, List.of(x, y));
        Reference values = Reference.create().with(x, atX).with(y, atY);
        return slopes.stream().mapToDouble(values::scalar).toArray();
    }
}
