package dev.simulacra.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkTest {
    static Stream<Work> works() {
        return Stream.of(
                        TrainingStep.all(),
                        List.of(TrainingStep.of("scale-minibatch-16"), TrainingStep.of("scale-depth-4")),
                        Product.squares(64),
                        Product.in(TrainingStep.all()),
                        Loop.all(1024),
                        Stream.of(Bound.Kind.values()).map(Bound::new).toList())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("works")
    void theNameOfAWorkMakesItAgainInAnotherProcess(Work work) {
        assertThat(Work.of(work.name())).isEqualTo(work);
        assertThat(work.name()).doesNotContainAnyWhitespaces();
    }

    @ParameterizedTest
    @ValueSource(strings = {"step-none", "scale-seed-3", "product-nx-1x2x3", "loop-dance-16", "bound-speed", "lunch"})
    void anUnknownNameIsRefused(String name) {
        assertThatThrownBy(() -> Work.of(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatGrowsIsTheOnlyDifference() {
        TrainingStep wide = TrainingStep.of("scale-width-512");

        assertThat(wide.generator()).containsExactly(2, 512, 512, 512, 2);
        assertThat(wide.discriminator()).containsExactly(2, 512, 512, 512, 1);
        assertThat(wide.minibatch()).isEqualTo(256);
        assertThat(TrainingStep.of("scale-depth-2").generator()).containsExactly(2, 128, 128, 2);
        assertThat(TrainingStep.of("scale-minibatch-16").minibatch()).isEqualTo(16);
    }

    @Test
    void theOperationsOfAStepAreThoseCountedByHand() {
        // G: 2·3 + 3·2 = 12 multiply-adds an example forward, as many for its weights, 6 behind its second layer.
        // D: 2·4 + 4·1 = 12 forward, 12 for its weights, 4 behind its second layer, on two examples; then for G 12
        // forward and 12 back to its input. In all 30 + 56 + 24 an example, two operations each, 10 examples.
        TrainingStep step = new TrainingStep(
                "step-by-hand", List.of(2, 3, 2), List.of(2, 4, 1), 10, TrainingStep.Kind.PLAIN);

        assertThat(step.flops()).isEqualTo(2 * 10 * (30 + 56 + 24));
    }

    @Test
    void aSimultaneousStepNeedsNoSecondForwardPass() {
        // Five pieces make D's first layer 2·20 = 40; with its last, 44. Forward, weights and 4 behind the second layer
        // on two examples; for G 44 back to its input.
        TrainingStep step = new TrainingStep(
                "step-by-hand", List.of(2, 3, 2), List.of(2, 4, 1), 10, TrainingStep.Kind.MAXOUT);

        assertThat(step.flops()).isEqualTo(2 * 10 * (30 + 2 * (44 + 44 + 4) + 44));
    }

    @Test
    void theProductsOfAStepAreThoseOfItsLayersForwardAndBackward() {
        assertThat(Product.in(TrainingStep.of("step-digits")))
                .contains(
                        new Product(false, false, 128, 784, 128),
                        new Product(false, true, 128, 128, 784),
                        new Product(true, false, 128, 784, 128),
                        new Product(false, false, 256, 128, 784))
                .doesNotHaveDuplicates()
                .allSatisfy(product -> assertThat(product.flops()).isGreaterThan(100_000));
        assertThat(new Product(true, false, 2, 3, 5).flops()).isEqualTo(60);
    }
}
