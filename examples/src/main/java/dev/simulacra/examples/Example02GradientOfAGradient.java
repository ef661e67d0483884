package dev.simulacra.examples;

import dev.simulacra.program.Compiler;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// A gradient of a gradient. Since a gradient is an expression, it can be differentiated again, to any order: gradient
/// penalties of discriminators need nothing else. Newton's method divides the first derivative by the second,
/// `x ← x − f′(x) / f″(x)`, and finds the minimum of `f(x) = eˣ − 2x` at ln 2. The step is compiled once and run many
/// times, in single precision.
public final class Example02GradientOfAGradient {
    private Example02GradientOfAGradient() {}

    static void main() {
        for (int steps = 0; steps <= 5; steps++) {
            IO.println("after " + steps + " steps: " + minimum(2, steps));
        }
        IO.println("ln 2           = " + (float) Math.log(2));
    }

    /// Where Newton's method is after `steps` steps from `start`.
    static float minimum(float start, int steps) {
        Tensor x = Tensor.input("x", Shape.SCALAR);
        Tensor f = x.exp().minus(x.times(2));
        Tensor first = Gradients.of(f, x);
        Tensor second = Gradients.of(first, x);
        Tensor next = x.minus(first.over(second));

        Program newton = Compiler.compile(next);
        float at = start;
        for (int step = 0; step < steps; step++) {
            newton.feed(x, at);
            newton.run();
            at = newton.scalar(next);
        }
        return at;
    }
}
