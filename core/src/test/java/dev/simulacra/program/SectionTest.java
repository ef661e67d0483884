package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where threads must wait for each other, and where not.
class SectionTest {
    private final Parameter w = Parameter.zeros("w", Shape.of(16, 16));
    private final Parameter v = Parameter.zeros("v", Shape.of(16, 16));
    private final Tensor x = Tensor.input("x", Shape.of(64, 16));

    @Test
    void theLayersOfANetworkAreOneSection() {
        Tensor h = x.matmul(w.value()).plus(Tensor.table("b", Shape.of(16), new float[16])).relu();

        assertThat(sections(h.matmul(v.value()).tanh())).containsExactly(4);
    }

    @Test
    void aSumOverExamplesWaitsForThem() {
        assertThat(sections(x.tanh().sumTo(Shape.of(16)))).containsExactly(1, 1);
    }

    @Test
    void aSumWithinAnExampleDoesNotWait() {
        assertThat(sections(x.tanh().sumTo(Shape.of(64, 1)))).containsExactly(2);
    }

    @Test
    void theDerivativeOfWeightsWaitsForThatOfTheLayer() {
        Tensor y = x.tanh();

        assertThat(sections(y.transpose().matmul(y))).containsExactly(1, 1);
    }

    /// Forward and back; then the derivatives of both weights and their steps, each in its parameter's array.
    @Test
    void aStepOfDescentIsTwoSections() {
        Tensor loss = x.matmul(w.value()).tanh().matmul(v.value()).square().sumTo(Shape.of(64, 1));
        List<Tensor> gradients = Gradients.of(loss.sum(), List.of(w.value(), v.value()));
        Computation descent = new Computation(List.of(), List.of(
                new Assignment(w, w.value().minus(gradients.get(0).times(0.1))),
                new Assignment(v, v.value().minus(gradients.get(1).times(0.1)))));

        List<Section> sections = schedule(descent).sections();

        assertThat(sections).hasSize(2);
        assertThat(sections.getLast().clusters()).hasSize(4);
    }

    /// The second product reads all of what the first leaves, which its threads have shared.
    @Test
    void aSecondFactorWaits() {
        Tensor y = Tensor.input("y", Shape.of(16, 64)).tanh();

        assertThat(sections(x.matmul(y))).containsExactly(1, 1);
    }

    @Test
    void aDrawIsAlone() {
        assertThat(sections(Tensor.draw("z", new Law.Normal(), Shape.of(64, 16)).matmul(w.value()).tanh()))
                .containsExactly(1, 2);
    }

    /// All of a large second factor is read by every thread; such a product chooses its own division.
    @Test
    void aProductWithALargeSecondFactorIsAlone() {
        Tensor large = Tensor.input("large", Shape.of(600, 600));

        assertThat(sections(Tensor.input("h", Shape.of(64, 600)).tanh().matmul(large).tanh()))
                .containsExactly(1, 1, 1);
    }

    @Test
    void aRowVectorHasColumnsInPlaceOfRows() {
        Tensor row = Tensor.input("row", Shape.of(1, 64));

        assertThat(sections(row.tanh().matmul(Tensor.input("m", Shape.of(64, 64))).tanh())).containsExactly(1, 1, 1);
    }

    private static List<Integer> sections(Tensor... outputs) {
        return schedule(new Computation(Arrays.asList(outputs), List.of())).sections().stream()
                .map(section -> section.clusters().size())
                .toList();
    }

    private static Scheduling schedule(Computation computation) {
        Computation simple = Simplify.of(computation);
        return Scheduling.of(Fuse.of(simple), simple);
    }
}
