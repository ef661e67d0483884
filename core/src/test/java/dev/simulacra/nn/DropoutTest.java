package dev.simulacra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DropoutTest {
    private static final Tensor ONES = Tensor.filled(1, Shape.of(100, 1000));

    @Test
    void inferenceKeepsEverything() {
        assertThat(Dropout.inverted("drop", 0.5).apply(ONES, ForwardPass.inference())).isSameAs(ONES);
    }

    @Test
    void trainingKeepsAShareAtTheScale() {
        Tensor dropped = Dropout.inverted("drop", 0.8).apply(ONES, ForwardPass.training("d"));

        double[] value = Reference.create().at(1, 0, 0).value(dropped);

        // Seed 1, n = 100,000: the share has standard deviation √(0.8 · 0.2 / n) = 0.00126; tolerance four of them.
        assertThat(Arrays.stream(value).distinct().sorted()).containsExactly(0.0, 1.25);
        assertThat(Arrays.stream(value).filter(x -> x > 0).count() / 1e5).isCloseTo(0.8, within(0.0051));
    }

    @Test
    void masksDifferBetweenStreamsLayersAndDrawsAndNothingElse() {
        Tensor real = Dropout.inverted("drop", 0.5).apply(ONES, ForwardPass.training("d/real"));
        Tensor same = Dropout.inverted("drop", 0.5).apply(ONES, ForwardPass.training("d/real"));
        Tensor fake = Dropout.inverted("drop", 0.5).apply(ONES, ForwardPass.training("d/fake"));
        Tensor above = Dropout.inverted("above", 0.5).apply(ONES, ForwardPass.training("d/real"));
        Reference first = Reference.create().at(1, 0, 0);
        Reference second = Reference.create().at(1, 0, 1);

        assertThat(agreement(first.value(real), first.value(same))).isEqualTo(1);
        // n = 100,000 independent pairs agree with probability ½, standard deviation 0.00158; tolerance four of them.
        assertThat(agreement(first.value(real), first.value(fake))).isCloseTo(0.5, within(0.0064));
        assertThat(agreement(first.value(real), first.value(above))).isCloseTo(0.5, within(0.0064));
        assertThat(agreement(first.value(real), second.value(real))).isCloseTo(0.5, within(0.0064));
    }

    @Test
    void probabilitiesOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> Dropout.inverted("drop", 0))
                .hasMessage("dropout drop: keep is 0.0, it must be above 0 and at most 1");
        assertThatThrownBy(() -> new Dropout("drop", 0.5, Double.NaN))
                .hasMessage("dropout drop: scale is NaN, it must be above 0 and finite");
    }

    private static double agreement(double[] a, double[] b) {
        int equal = 0;
        for (int i = 0; i < a.length; i++) {
            equal += a[i] == b[i] ? 1 : 0;
        }
        return (double) equal / a.length;
    }
}
