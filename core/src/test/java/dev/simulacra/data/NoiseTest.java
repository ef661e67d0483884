package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NoiseTest {
    @Test
    void normalNoiseIsTheStandardGaussian() {
        Gaussian gaussian = Gaussian.isotropic(3, 1);

        assertThat(new NormalNoise(3).rows(5, "noise", 700)).isEqualTo(gaussian.rows(5, "noise", 700));
        assertThat(gaussian.isStandard()).isTrue();
    }

    @Test
    void otherGaussiansAreNotStandard() {
        assertThat(Gaussian.isotropic(3, 2).isStandard()).isFalse();
        assertThat(Gaussian.of(0.5, 1).isStandard()).isFalse();
        assertThat(Gaussian.of(new double[][] {{1, 0}, {0, 1}, {0, 0}}, 0, 0).isStandard()).isFalse();
    }

    /// Seed 5, 3,000 numbers: their mean lies within 4 · √(1/3)/√3000 = .042 of 0.
    @Test
    void uniformNoiseIsBetweenMinusOneAndOne() {
        float[] rows = new UniformNoise(3).rows(5, "noise", 1000);
        double sum = 0;
        for (float value : rows) {
            assertThat(value).isGreaterThanOrEqualTo(-1).isLessThan(1);
            sum += value;
        }

        assertThat(sum / rows.length).isBetween(-0.042, 0.042);
    }

    @Test
    void noiseHasACoordinate() {
        assertThatThrownBy(() -> new NormalNoise(0))
                .hasMessage("normal noise: 0 coordinates; there must be at least 1");
        assertThatThrownBy(() -> new UniformNoise(-1))
                .hasMessage("uniform noise: -1 coordinates; there must be at least 1");
    }
}
