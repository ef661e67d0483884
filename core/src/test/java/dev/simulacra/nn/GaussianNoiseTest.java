package dev.simulacra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GaussianNoiseTest {
    private static final int M = 4000;
    private static final Tensor ZEROS = Tensor.filled(0, Shape.of(M, 1));

    @Test
    void trainingAddsNoiseWhoseDeviationFollowsTheStep() {
        Tensor y = new GaussianNoise("noise", step -> step == 0 ? 2 : 0.5).apply(ZEROS, ForwardPass.training("d"));

        // 4,000 draws of seed 0: the standard error of the mean square σ² is σ²·√(2/4000) = .022σ²
        assertThat(meanSquare(Reference.create().value(y))).isCloseTo(4, within(0.3));
        assertThat(meanSquare(Reference.create().at(0, 1, 1).value(y))).isCloseTo(0.25, within(0.02));
    }

    @Test
    void eachPassHasNoiseOfItsOwn() {
        GaussianNoise noise = new GaussianNoise("noise", _ -> 1);
        Tensor real = noise.apply(ZEROS, ForwardPass.training("d/real"));
        Tensor fake = noise.apply(ZEROS, ForwardPass.training("d/fake"));

        // independent, so the mean square of the difference is 2, with a standard error of 2·.022
        assertThat(meanSquare(Reference.create().value(real.minus(fake)))).isCloseTo(2, within(0.15));
    }

    @Test
    void inferenceAddsNothing() {
        assertThat(new GaussianNoise("noise", _ -> 1).apply(ZEROS, ForwardPass.inference())).isSameAs(ZEROS);
    }

    @Test
    void aDeviationBelowZeroIsRefused() {
        assertThatThrownBy(() -> new GaussianNoise("d/noise", _ -> -1))
                .hasMessage("noise d/noise: the deviation is -1.0, it must be at least 0 and finite");
        assertThatThrownBy(() -> new GaussianNoise("d/noise", step -> step == 0 ? 1 : Double.NaN))
                .hasMessage("noise d/noise: the deviation is NaN, it must be at least 0 and finite");
    }

    private static double meanSquare(double... values) {
        return Arrays.stream(values).map(x -> x * x).average().orElseThrow();
    }
}
