package dev.simulacra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A chain of more than 100,000 nodes: Euler's method for dy/dt = −y² from y(0) = x to t = 1, where y = x / (1 + x).
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DeepGraphTest {
    private static final int STEPS = 34_000;

    private final Tensor x = Tensor.input("x", Shape.SCALAR);
    private final Tensor y = chain();
    private final Reference reference = Reference.create().with(x, 1);

    @Test
    void isEvaluatedAndDifferentiatedTwice() {
        Tensor first = Gradients.of(y, x);
        Tensor second = Gradients.of(first, x);

        List<double[]> values = reference.values(List.of(y, first, second));

        // Euler's error is of the order of a step, 3·10⁻⁵
        assertThat(values.get(0)[0]).isCloseTo(0.5, within(1e-4));
        assertThat(values.get(1)[0]).as("1 / (1 + x)²").isCloseTo(0.25, within(1e-4));
        assertThat(values.get(2)[0]).as("−2 / (1 + x)³").isCloseTo(-0.25, within(1e-4));
    }

    @Test
    void isListed() {
        assertThat(Notation.listing(List.of(y)).lines()).hasSizeGreaterThan(100_000);
        assertThat(Notation.expression(y)).hasSizeLessThan(200);
    }

    @Test
    void isRebuilt() {
        TensorMap<Tensor> rebuilt = new TensorMap<>();
        for (Tensor tensor : Graph.topological(List.of(y))) {
            List<Tensor> operands = tensor.op().operands().stream().map(rebuilt::of).toList();
            rebuilt.put(tensor, operands.isEmpty() ? tensor : new Tensor(Rewrite.with(tensor.op(), operands)));
        }

        assertThat(rebuilt.of(y)).isNotSameAs(y);
        assertThat(reference.scalar(rebuilt.of(y))).isEqualTo(reference.scalar(y));
    }

    private Tensor chain() {
        Tensor result = x;
        Tensor h = Tensor.of(1.0 / STEPS);
        for (int i = 0; i < STEPS; i++) {
            result = result.minus(result.square().times(h));
        }
        return result;
    }
}
