package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// A rescaled Gaussian mixture is the mixture of rescaled Gaussians.
class RescaledTest {
    private final Mixture original = new Mixture(new double[][] {{1, 4}, {5, -2}}, 0.5);
    private final Rescaled rescaled = new Rescaled(original, new double[] {3, 1}, 2);
    private final Mixture expected = new Mixture(new double[][] {{-1, 1.5}, {1, -1.5}}, 0.25);

    @Test
    void itsDensityIsThatOfTheMappedPopulation() {
        for (double[] x : new double[][] {{-1, 1.5}, {0.9, -1.2}, {0, 0}}) {
            assertThat(rescaled.logDensity(x)).isCloseTo(expected.logDensity(x), within(1e-12));
            assertThat(rescaled.smoothed(0.1).logDensity(x))
                    .isCloseTo(expected.smoothed(0.1).logDensity(x), within(1e-12));
        }
        assertThat(rescaled.finestDeviation()).isEqualTo(expected.finestDeviation());
        assertThat(rescaled.box()).isEqualTo(expected.box());
    }

    @Test
    void itsRowsAreTheMappedRows() {
        float[] rows = original.rows(1, "rows", 5);
        float[] mapped = rescaled.rows(1, "rows", 5);

        for (int i = 0; i < rows.length; i++) {
            assertThat(mapped[i]).isCloseTo((rows[i] - (i % 2 == 0 ? 3 : 1)) / 2, within(1e-6f));
        }
    }

    @Test
    void asInRowsItHasMeanNoughtAndMeanSquareOneOverAllCoordinates() {
        Rescaled standard = Rescaled.asIn(original, 0, 0, 4, 2);

        assertThat(standard.mean()).containsExactly(2, 1);
        assertThat(standard.deviation()).isCloseTo(Math.sqrt((4 + 1) / 2.0), within(1e-12));
    }

    @Test
    void aMapThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Rescaled(original, new double[] {3}, 2))
                .hasMessage("rescale: 1 means and deviation 2.0 for points of 2 coordinates; a mean for each and a "
                        + "finite deviation above 0 are required");
        assertThatThrownBy(() -> new Rescaled(original, new double[] {3, 1}, 0)).hasMessageStartingWith("rescale: 2");
    }
}
