package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.program.Explanation.Kernel;
import dev.simulacra.program.Explanation.Kernel.Kind;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private final Parameter w = Parameter.zeros("w", Shape.of(2, 3));
    private final Parameter b = Parameter.zeros("b", Shape.of(3));

    @Test
    void aLayerIsADrawAProductAndALoop() {
        Tensor x = Tensor.draw("noise", new Law.Normal(), Shape.of(5, 2));
        Tensor y = x.matmul(w.value()).plus(b.value()).tanh();

        Explanation explanation = Explanation.of(Computation.of(y));

        assertThat(explanation.kernels()).containsExactly(
                new Kernel(Kind.DRAW, "normal from noise", "(5, 2)", 1, 0, 4 * 10),
                new Kernel(Kind.PRODUCT, "(5, 2) × (2, 3)", "(5, 3)", 1, 5 * 2 * 3, 4 * (10 + 6 + 15)),
                new Kernel(Kind.LOOP, "add, tanh", "(5, 3)", 2, 0, 4 * (15 + 3 + 15)));
        assertThat(explanation.sections()).extracting(List::size).as("a draw, then a layer").containsExactly(1, 2);
        assertThat(explanation.multiplyAdds()).isEqualTo(30);
        assertThat(explanation.bytes()).isEqualTo(4 * (10 + 31 + 33));
        assertThat(explanation.unfusedBytes()).as("the sum is written and read").isEqualTo(4 * (10 + 31 + 33 + 30));
        assertThat(explanation.fused()).isEqualTo(2);
        assertThat(explanation.separateBytes()).isEqualTo(4 * (10 + 15 + 15));
    }

    @Test
    void whatIsWrittenTwiceIsComputedOnce() {
        Tensor x = Tensor.input("x", Shape.of(5, 2));
        Explanation explanation = Explanation.of(Computation.of(x.matmul(w.value()).exp(), x.matmul(w.value()).exp()));

        assertThat(explanation.written()).isEqualTo(4);
        assertThat(explanation.simplified()).isEqualTo(2);
    }

    @Test
    void aGradientReadsTransposesWhereTheyStand() {
        Tensor x = Tensor.input("x", Shape.of(5, 2));
        Tensor loss = x.matmul(w.value()).square().sum();
        Assignment step = new Assignment(w, w.value().minus(Gradients.of(loss, w.value())));

        Explanation explanation = Explanation.of(new Computation(List.of(), List.of(step)));

        assertThat(explanation.kernels()).extracting(Kernel::text).contains("(5, 2)ᵀ × (5, 3)");
        assertThat(explanation.count(Kind.MOVE)).isZero();
    }
}
