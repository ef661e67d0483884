package dev.simulacra.analysis.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Mixture;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SmoothedComparisonTest {
    private static final int N = 100_000;
    private static final Gaussian SYSTEM_A = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);
    private static final Mixture RING = Mixture.ring(8, 1, 0.02);

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of("equal", SYSTEM_A, SYSTEM_A),
                Arguments.of("nearly equal", SYSTEM_A, Gaussian.of(new double[][] {{1.02, 2}, {-0.1, 0.52}}, 1.01, 2)),
                Arguments.of("shifted", SYSTEM_A, Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 2, 2)),
                Arguments.of("far apart", SYSTEM_A, Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 100, 2)),
                Arguments.of("much wider", SYSTEM_A, Gaussian.of(new double[][] {{3, 0}, {0, 5}}, 1, 2)),
                Arguments.of("singular", SYSTEM_A, Gaussian.of(new double[][] {{1, 2}}, 1, 2)),
                Arguments.of(
                        "mostly off the grid",
                        Gaussian.of(new double[][] {{1, 0}, {0, 0.05}}, 1, 2),
                        Gaussian.of(new double[][] {{0.05, 0}, {0, 1}}, 1, 2)),
                Arguments.of("on the line", Gaussian.of(0, 1), Gaussian.of(1, 2)),
                Arguments.of("half of a ring", RING, new Mixture(Arrays.copyOf(RING.centres(), 4), 0.02)),
                Arguments.of("a wider ring", RING, RING.smoothed(0.03)));
    }

    /// Seeds 2, 3 and 7, n = 100,000. The distribution of the samples is known here, so the divergence is too.
    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void bothRoutesFindTheDivergenceWithinTheirErrors(String name, KnownDistribution p, KnownDistribution q) {
        double h = p.finestDeviation() / 2;
        SmoothedComparison comparison = SmoothedComparison.of(p, h, N, 7);
        float[] samples = q.rows(2, "samples", N);
        Divergence known = JensenShannon.byQuadrature(p.smoothed(h), q.smoothed(h));
        Divergence integrated = comparison.byQuadrature(samples);
        Divergence valued = comparison.byOptimalDiscriminator(samples, q.rows(3, "fresh", N));

        assertThat(integrated.error()).isLessThan(0.005);
        assertThat(valued.error()).isLessThan(0.005);
        assertThat(integrated.agreesWith(known)).isTrue();
        assertThat(valued.agreesWith(known)).isTrue();
        assertThat(integrated.agreesWith(valued)).isTrue();
    }

    /// Seeds 7 and 2. The floor is a sum of squares over about 27/4πh² = 95 independent places (27: the area within 3.5
    /// deviations), so other samples show it within 4 · √(2/95) = .6 of itself.
    @Test
    void aPerfectGeneratorShowsTheFloor() {
        SmoothedComparison comparison = SmoothedComparison.of(SYSTEM_A, 0.15, N, 7);
        Divergence perfect = comparison.byQuadrature(SYSTEM_A.rows(2, "samples", N));

        assertThat(perfect.floor()).isEqualTo(comparison.floor()).isBetween(1e-5, 1e-3);
        assertThat(perfect.jensenShannon()).isCloseTo(perfect.floor(), within(0.6 * perfect.floor()));
    }

    /// Twice the samples halve the floor, a bias of 1/n; the ratio of two means of eight has a deviation of about .15.
    @Test
    void theFloorFallsAsOneOverN() {
        double many = SmoothedComparison.of(SYSTEM_A, 0.15, 2 * N, 7).floor();
        double few = SmoothedComparison.of(SYSTEM_A, 0.15, N, 7).floor();

        assertThat(few / many).isCloseTo(2, within(0.45));
    }

    /// A generator that smears its samples over the plane: half of them lie where no others and no data are near.
    @Test
    void samplesBetweenFarModesAreNotTakenForData() {
        Mixture modes = Mixture.ring(8, 1, 0.01);
        SmoothedComparison comparison = SmoothedComparison.of(modes, 0.005, 20_000, 7);
        Gaussian smeared = Gaussian.isotropic(2, 0.5);
        float[] samples = smeared.rows(2, "samples", 20_000);

        Divergence played = comparison.byOptimalDiscriminator(samples, smeared.rows(3, "fresh", 20_000));

        assertThat(comparison.optimal(samples).at(0.5, 0.5)).isLessThan(0.01);
        assertThat(played.agreesWith(JensenShannon.byQuadrature(modes, smeared))).isTrue();
    }

    /// A kernel put on the samples alone makes a generator that is perfect look wrong by more than ten floors.
    @Test
    void aKernelOnOneSideOnlyIsCaught() {
        SmoothedComparison comparison = SmoothedComparison.of(SYSTEM_A, 0.15, N, 7);
        Divergence twice = comparison.byQuadrature(SYSTEM_A.smoothed(0.15).rows(2, "samples", N));

        assertThat(twice.jensenShannon()).isGreaterThan(10 * comparison.floor());
    }

    @Test
    void samplesThatAreNotNumbersAreRefused() {
        SmoothedComparison comparison = SmoothedComparison.of(Gaussian.of(0, 1), 0.5, 1000, 1);

        assertThatThrownBy(() -> comparison.byQuadrature(new float[] {0, Float.NaN}))
                .hasMessage("grid: a sample is [NaN]; it must be a number");
        assertThat(comparison.byQuadrature(new float[] {Float.POSITIVE_INFINITY}).jensenShannon())
                .isCloseTo(Math.log(2), within(1e-9));
    }

    @Test
    void aBandwidthTooSmallForAnyGridIsRefused() {
        assertThatThrownBy(() -> SmoothedComparison.of(SYSTEM_A, 1e-3, 1000, 1))
                .hasMessageContaining("take a larger bandwidth");
    }
}
