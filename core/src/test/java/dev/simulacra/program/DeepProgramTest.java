package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Graphs of more than 100,000 nodes compile and run: without recursion, and in time that grows with their length.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DeepProgramTest {
    /// Euler's method for dy/dt = −y² from y(0) = x to t = 1, where y = x / (1 + x); and its derivative, 1 / (1 + x)².
    @Test
    void aChainOfElementwiseOperationsAndItsDerivative() {
        int steps = 34_000;
        Tensor x = Tensor.input("x", Shape.of(3));
        Tensor y = x;
        for (int i = 0; i < steps; i++) {
            y = y.minus(y.square().times(1.0 / steps));
        }
        Tensor slope = Gradients.of(y.sum(), x);

        Program program = Compiler.compile(y, slope);
        program.feed(x, 0.5f, 1, 2);
        program.run();

        // 34,000 roundings of 3·10⁻⁸, most of which cancel; the method's own error is of the order of a step
        assertThat(program.value(y)[1]).isCloseTo(0.5f, within(1e-3f));
        assertThat(program.value(slope)[1]).isCloseTo(0.25f, within(1e-3f));
        assertThat(program.value(y)[2]).isCloseTo(2 / 3f, within(1e-3f));
    }

    @Test
    void aChainOfProductsReductionsAndSlices() {
        Tensor w = Tensor.table("w", Shape.of(3, 3), .5f, -.2f, .1f, .3f, .4f, -.6f, -.1f, .2f, .7f);
        Tensor x = Tensor.input("x", Shape.of(2, 3));
        Tensor y = x;
        int nodes = 0;
        while (nodes < 100_000) {
            Tensor h = y.matmul(w).tanh();
            Tensor mean = h.sumTo(Shape.of(2, 1)).times(0.3);
            Tensor part = h.slice(1, 1, 3).plus(mean);
            y = Tensor.concatenate(1, List.of(part, mean)).plus(x);
            nodes += 11;
        }

        Program program = Compiler.compile(y);
        program.feed(x, 1, -2, .5f, .25f, 2, -1);
        program.run();

        // A contraction: what is rounded early is forgotten.
        double[] expected = Reference.create().with(x, 1, -2, .5, .25, 2, -1).value(y);
        Oracle.requireClose("y", program.value(y), expected, 1e-5);
    }
}
