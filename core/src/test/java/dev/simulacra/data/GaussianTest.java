package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.tensor.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GaussianTest {
    private static final double[][] A = {{1, 2}, {-0.1, 0.5}};
    private static final Gaussian GAUSSIAN = Gaussian.of(A, 1, 2);

    @Test
    void meanAndCovarianceAreThoseOfTheAffineMap() {
        assertThat(GAUSSIAN.mean()).containsExactly(1, 2);
        assertThat(GAUSSIAN.covariance()[0]).containsExactly(new double[] {1.01, 1.95}, within(1e-15));
        assertThat(GAUSSIAN.covariance()[1]).containsExactly(new double[] {1.95, 4.25}, within(1e-15));
    }

    /// Golden values: numpy 2.4.6, from the inverse and the determinant of AᵀA.
    @Test
    void theLogDensityIsThatOfTheFormula() {
        assertThat(GAUSSIAN.logDensity(0, 0)).isCloseTo(-1.9812021224706118, within(1e-12));
        assertThat(GAUSSIAN.logDensity(3, -1)).isCloseTo(-51.98120212247058, within(1e-11));
        assertThat(Gaussian.of(1, 2).logDensity(1)).isCloseTo(-0.5 * Math.log(8 * Math.PI), within(1e-15));
    }

    @Test
    void theLogDensityIsFiniteWhereTheDensityUnderflows() {
        assertThat(GAUSSIAN.logDensity(1e6, -1e6)).isFinite().isLessThan(-1e12);
    }

    @Test
    void aMinibatchHasOneRowForEachDraw() {
        assertThat(GAUSSIAN.sample("data", 7).shape()).isEqualTo(Shape.of(7, 2));
    }

    @Test
    void theFirstRowsOfManyAreTheFew() {
        float[] many = GAUSSIAN.rows(5, "data", 3000);

        assertThat(GAUSSIAN.rows(5, "data", 1100)).isEqualTo(Arrays.copyOf(many, 2200));
        assertThat(GAUSSIAN.rows(6, "data", 1100)).isNotEqualTo(Arrays.copyOf(many, 2200));
        assertThat(GAUSSIAN.rows(5, "other", 1100)).isNotEqualTo(Arrays.copyOf(many, 2200));
    }

    @Test
    void smoothingAddsTheKernelsVarianceToTheDiagonal() {
        double[][] smooth = GAUSSIAN.smoothed(0.5).covariance();

        assertThat(smooth[0]).containsExactly(new double[] {1.26, 1.95}, within(1e-12));
        assertThat(smooth[1]).containsExactly(new double[] {1.95, 4.5}, within(1e-12));
    }

    @Test
    void aGaussianStandardizedByItselfIsStandard() {
        Gaussian standard = GAUSSIAN.standardizedBy(GAUSSIAN);

        assertThat(standard.mean()).containsExactly(new double[] {0, 0}, within(1e-12));
        assertThat(standard.covariance()[0]).containsExactly(new double[] {1, 0}, within(1e-12));
        assertThat(standard.covariance()[1]).containsExactly(new double[] {0, 1}, within(1e-12));
    }

    @Test
    void theFinestDeviationIsAtMostTheSmallestInAnyDirectionAndNotMuchLess() {
        double trace = 5.26;
        double determinant = 0.49;
        double smallest = Math.sqrt((trace - Math.sqrt(trace * trace - 4 * determinant)) / 2);

        assertThat(GAUSSIAN.finestDeviation()).isBetween(smallest / Math.sqrt(2), smallest);
    }

    @Test
    void aSingularGaussianHasSamplesButNoDensity() {
        Gaussian line = Gaussian.of(new double[][] {{1, 2}}, 0, 0);
        float[] row = line.rows(1, "data", 1);

        assertThat(row[1]).isEqualTo(2 * row[0]);
        assertThatThrownBy(() -> line.logDensity(0, 0)).hasMessageContaining("singular and has no density");
        assertThat(line.smoothed(0.1).logDensity(0, 0)).isFinite();
    }

    @Test
    void theColumnsOfAAndBMustMatch() {
        assertThatThrownBy(() -> Gaussian.of(A, 1, 2, 3))
                .hasMessage("gaussian: a row of A has 2 columns and b has 3; they must be equal");
    }
}
