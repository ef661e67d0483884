package dev.simulacra.analysis.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DiscriminatorErrorTest {
    @Test
    void dataAndSamplesHaveEqualWeight() {
        DiscriminatorError error = DiscriminatorError.of(
                new float[] {0.75f, 0.5f}, new double[] {0.5, 0.5}, new float[] {0.25f}, new double[] {0.75});

        assertThat(error.fromOptimum()).isCloseTo((0.125 + 0.5) / 2, within(1e-15));
        assertThat(error.fromHalf()).isCloseTo((0.125 + 0.25) / 2, within(1e-15));
    }

    @Test
    void outputsAboveAndBelowAHalfDoNotCancel() {
        assertThat(DiscriminatorError.fromHalf(new float[] {0.25f, 0.75f}, new float[] {0.75f, 0.25f})).isEqualTo(0.25);
    }

    @Test
    void eachOutputNeedsItsOptimum() {
        assertThatThrownBy(() -> DiscriminatorError.of(new float[2], new double[1], new float[1], new double[1]))
                .hasMessageContaining("2 outputs and 1 optimal values");
    }
}
