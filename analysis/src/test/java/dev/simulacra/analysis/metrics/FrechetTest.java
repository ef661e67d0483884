package dev.simulacra.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.numerics.PositiveSemidefinite;
import dev.simulacra.data.Gaussian;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

class FrechetTest {
    private static final Gaussian SYSTEM_A = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);

    /// On the line `W₂² = (μ₁ − μ₂)² + (σ₁ − σ₂)²`.
    @Test
    void onTheLineItIsTheDistanceOfMeansAndDeviations() {
        Frechet distance = Frechet.between(Gaussian.of(1, 2), Gaussian.of(4, 6));

        assertThat(distance.ofMeans()).isEqualTo(9);
        assertThat(distance.ofCovariances()).isCloseTo(16, within(1e-13));
        assertThat(distance.wasserstein2()).isCloseTo(5, within(1e-14));
    }

    /// With commuting covariances `W₂² = |μ₁ − μ₂|² + |√Σ₁ − √Σ₂|²`: here both have the axes (1, 1) and (1, −1), and
    /// deviations (3, 1) and (5, 4) along them.
    @Test
    void commutingCovariancesDifferAsTheirRoots() {
        double[][] nineAndOne = {{5, 4}, {4, 5}};
        double[][] twentyFiveAndSixteen = {{20.5, 4.5}, {4.5, 20.5}};
        double[] zero = {0, 0};

        assertThat(Frechet.between(zero, nineAndOne, zero, twentyFiveAndSixteen).squared())
                .isCloseTo(4 + 9, within(1e-12));
    }

    /// Golden values: numpy 2.4.6, from `linalg.eigh` and `linalg.eigvalsh`. The difference of the roots, right only
    /// where covariances commute, gives more.
    @Test
    void covariancesThatDoNotCommute() {
        double[][] a = {{2, .3, -.4}, {.3, 1, .2}, {-.4, .2, .5}};
        double[][] b = {{1, -.2, .1}, {-.2, 3, .7}, {.1, .7, .9}};
        Frechet distance = Frechet.between(new double[] {1, 2, 3}, a, new double[] {0, 2.5, 2}, b);

        assertThat(distance.ofMeans()).isCloseTo(2.25, within(1e-14));
        assertThat(distance.ofCovariances()).isCloseTo(1.0150501621798877, within(1e-12));
        assertThat(differenceOfRoots(a, b)).isGreaterThan(1.0150501621798877 + 0.005);
    }

    @Test
    void equalGaussiansHaveDistanceZero() {
        assertThat(Frechet.between(SYSTEM_A, SYSTEM_A).wasserstein2()).isLessThan(1e-7);
    }

    @Test
    void singularCovariancesAreFine() {
        Gaussian point = Gaussian.of(new double[2][2], 1, 2);

        assertThat(Frechet.between(SYSTEM_A, point).squared()).isCloseTo(1.01 + 4.25, within(1e-12));
    }

    /// Seed 1, 100 sets of n = 10,000. To second order `E W₂² = (3/2 tr Σ + Σ_{i<j} λᵢλⱼ/(λᵢ + λⱼ))/n`, here .0282²;
    /// the deviation from set to set is about as large, so the mean of 100 has a standard error of 1 in 10.
    @Test
    void theFloorOfTheFirstSystemIsThatOfItsSamplingError() {
        List<Frechet> sets = Frechet.ofPopulation(SYSTEM_A, 10_000, 100, 1);
        double squared = sets.stream().mapToDouble(Frechet::squared).average().orElseThrow();
        double distance = sets.stream().mapToDouble(Frechet::wasserstein2).average().orElseThrow();

        assertThat(squared).isCloseTo(7.97e-4, within(0.3 * 7.97e-4));
        assertThat(distance * distance).isLessThan(0.9 * squared);
    }

    private static double differenceOfRoots(double[][] a, double[][] b) {
        double[][] rootA = PositiveSemidefinite.of(MatrixUtils.createRealMatrix(a)).squareRoot().getData();
        double[][] rootB = PositiveSemidefinite.of(MatrixUtils.createRealMatrix(b)).squareRoot().getData();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += (rootA[i][j] - rootB[i][j]) * (rootA[i][j] - rootB[i][j]);
            }
        }
        return sum;
    }
}
