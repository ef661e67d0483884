package dev.simulacra.experiments.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import dev.simulacra.data.Mixture;
import org.junit.jupiter.api.Test;

class SamplingFloorTest {
    /// `E W₂² = (3/2 tr Σ + Σ_{i<j} λᵢλⱼ/(λᵢ + λⱼ))/n` to second order, 7.98·10⁻⁵ for this system and n = 100,000; the
    /// mean of 1,000 sets has a standard error of 3 in 100. The square of the mean distance is 6.3·10⁻⁵.
    @Test
    void theFloorOfTheSquareIsTheMeanOfSquares() {
        Gaussian system = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);

        PlanarRun.Least floor = PlanarRun.Least.samplingFloor(system);

        assertThat(floor.squared()).isCloseTo(7.98e-5, within(0.08 * 7.98e-5));
        assertThat(floor.wasserstein2() * floor.wasserstein2()).isCloseTo(6.3e-5, within(0.08 * 6.3e-5));
    }

    @Test
    void betweenSetsTheSquareIsAMeanToo() {
        PlanarRun.Least floor = PlanarRun.Least.samplingFloor(Mixture.ring(8, 1, 0.01));

        assertThat(floor.squared()).isGreaterThan(1.05 * floor.wasserstein2() * floor.wasserstein2());
    }
}
