package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoisyCurveTest {
    /// Two segments of very different lengths, each of which takes half the time.
    private static final double[][] BENT = {{0, 0}, {3, 0}, {3, 0.4}};

    @Test
    void aStraightSegmentIsADifferenceOfNormalDistributionFunctions() {
        NoisyCurve straight = NoisyCurve.of(0.5, new double[][] {{-1, 2}, {3, 2}});
        double along = (StandardNormal.below((0.2 + 1) / 0.5) - StandardNormal.below((0.2 - 3) / 0.5)) / 4;
        double across = Math.exp(-0.5 * 0.3 * 0.3 / 0.25) / (0.5 * Math.sqrt(2 * Math.PI));

        assertThat(Math.exp(straight.logDensity(0.2, 2.3))).isCloseTo(along * across, withinPercentage(1e-11));
    }

    /// The integral over t, by the midpoint rule with 200,000 nodes, is wrong by 10⁻⁸ of it at most.
    @Test
    void theDensityIsTheIntegralOverTheCurve() {
        NoisyCurve curve = NoisyCurve.of(0.2, BENT);

        for (double[] x : List.of(
                new double[] {1, 0.1}, new double[] {3, 0}, new double[] {3.3, 0.5}, new double[] {-0.6, -0.7})) {
            assertThat(Math.exp(curve.logDensity(x))).isCloseTo(integrated(x, 0.2), withinPercentage(1e-6));
            assertThat(Math.exp(curve.smoothed(0.3).logDensity(x)))
                    .isCloseTo(integrated(x, Math.sqrt(0.04 + 0.09)), withinPercentage(1e-6));
        }
    }

    @Test
    void theDensityIntegratesToOne() {
        assertThat(new Quadrature(Curves.moons(0.15), 60).mass()).isCloseTo(1, within(1e-9));
        assertThat(new Quadrature(Curves.swissRoll(0.15), 80).mass()).isCloseTo(1, within(1e-9));
        assertThat(new Quadrature(Curves.spiral(0.2), 80).mass()).isCloseTo(1, within(1e-9));
    }

    /// n = 10,000; tolerance 4 standard errors.
    @Test
    void rowsAreDrawnFromTheDensity() {
        assertThat(new Quadrature(Curves.moons(0.15), 60).deviationsOf(Curves.moons(0.15).rows(1, "data", 10_000)))
                .isBetween(-4.0, 4.0);
        assertThat(new Quadrature(Curves.spiral(0.2), 80).deviationsOf(Curves.spiral(0.2).rows(1, "data", 10_000)))
                .isBetween(-4.0, 4.0);
    }

    @Test
    void rowsOfOtherNoiseAreNotDrawnFromTheDensity() {
        assertThat(new Quadrature(Curves.moons(0.15), 60).deviationsOf(Curves.moons(0.17).rows(1, "data", 10_000)))
                .isLessThan(-4);
    }

    /// Seed 2, n = 40,000; tolerance 5 standard errors of a share of ½.
    @Test
    void eachSegmentTakesTheSameTime() {
        float[] rows = NoisyCurve.of(1e-3, BENT).rows(2, "data", 40_000);
        int onTheLong = 0;
        for (int i = 0; i < rows.length; i += 2) {
            onTheLong += rows[i] < 2.99 ? 1 : 0;
        }

        assertThat(onTheLong / 40_000.0).isCloseTo(0.5 * 2.99 / 3, within(5 * 0.5 / Math.sqrt(40_000)));
    }

    /// Seed 3. Noise of 10⁻⁴ keeps within 10⁻³, and so do the bends of 64 segments of a half circle.
    @Test
    void moonsAreTwoHalfCirclesThatReachIntoEachOther() {
        float[] rows = Curves.moons(1e-4).rows(3, "data", 2000);
        for (int i = 0; i < rows.length; i += 2) {
            double upper = rows[i + 1] > -1e-3 ? Math.abs(Math.hypot(rows[i], rows[i + 1]) - 1) : 1;
            double lower = rows[i + 1] < 0.501 ? Math.abs(Math.hypot(rows[i] - 1, rows[i + 1] - 0.5) - 1) : 1;
            assertThat(Math.min(upper, lower)).isLessThan(1e-3);
        }
    }

    @Test
    void farFromTheCurveTheLogDensityIsFinite() {
        NoisyCurve moons = Curves.moons(0.1);

        assertThat(moons.logDensity(1e4, -1e4)).isFinite().isLessThan(-1e9);
        assertThat(moons.logDensity(500, 0)).isFinite();
    }

    @Test
    void curvesInSpaceAndOnTheLineAreFine() {
        NoisyCurve inSpace = NoisyCurve.of(0.5, new double[][] {{0, 0, 0}, {0, 0, 2}});
        NoisyCurve onTheLine = NoisyCurve.of(0.5, new double[][] {{0}, {2}});
        double across = -Math.log(0.25 * 2 * Math.PI) - 0.5 * (0.01 + 0.04) / 0.25;

        assertThat(inSpace.logDensity(0.1, 0.2, 0.7)).isCloseTo(onTheLine.logDensity(0.7) + across, within(1e-13));
        assertThat(inSpace.rows(1, "data", 3)).hasSize(9);
    }

    @Test
    void whatIsNoCurveIsRefused() {
        assertThatThrownBy(() -> NoisyCurve.of(1, new double[][] {{0}, {1}, {2}, {3}}))
                .hasMessage("noisy curve: number of segments: 3; there must be a power of two, from 1 to 2²⁴");
        assertThatThrownBy(() -> NoisyCurve.of(1, new double[][] {{0, 1}, {0, 1}}))
                .hasMessageStartingWith("segment: from [0.0, 1.0] to [0.0, 1.0]; it must have two ends");
        assertThatThrownBy(() -> NoisyCurve.of(0, BENT)).hasMessageContaining("must be above 0");
    }

    private static double integrated(double[] x, double deviation) {
        int nodes = 200_000;
        double sum = 0;
        for (int i = 0; i < nodes; i++) {
            double t = 2 * (i + 0.5) / nodes;
            double[] from = BENT[(int) t];
            double[] to = BENT[(int) t + 1];
            double dx = x[0] - from[0] - (t - (int) t) * (to[0] - from[0]);
            double dy = x[1] - from[1] - (t - (int) t) * (to[1] - from[1]);
            sum += Math.exp(-0.5 * (dx * dx + dy * dy) / deviation / deviation);
        }
        return sum / nodes / (2 * Math.PI * deviation * deviation);
    }
}
