package dev.simulacra.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Curves;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Mixture;
import org.junit.jupiter.api.Test;

/// Precision and recall, density and coverage, and the two-sample test.
class NeighbourMetricsTest {
    private static final float[] DATA = {0, 1, 3, 7};
    private static final Mixture GRID = Mixture.grid(5, 2, 0.05);

    /// With one neighbour the balls of 0, 1, 3, 7 reach 1, 1, 2, 4; of the samples −1.5, .5, 4, 11.5 they hold .5 and
    /// 4. The balls of the samples reach 2, 2, 3.5, 7.5 and hold 0, 1, 3 and 7.
    @Test
    void precisionAndRecallAreSharesInsideTheOthersBalls() {
        PrecisionRecall result = PrecisionRecall.of(DATA, new float[] {-1.5f, 0.5f, 4, 11.5f}, 1, 1);

        assertThat(result.precision()).isEqualTo(0.5);
        assertThat(result.recall()).isEqualTo(1);
    }

    /// .5 lies in the balls of 0 and 1, 4 in those of 3 and 7, the others in none: four times in a ball for four
    /// samples, and each ball holds one. Samples at .5 three times and far off lie six times in a ball, but in two.
    @Test
    void densityCountsBallsAndCoverageThoseWithASample() {
        DensityCoverage result = DensityCoverage.of(DATA, new float[] {-1.5f, 0.5f, 4, 11.5f}, 1, 1);

        assertThat(result.density()).isEqualTo(1);
        assertThat(result.coverage()).isEqualTo(1);
        assertThat(DensityCoverage.of(DATA, new float[] {0.5f, 0.5f, 0.5f, 20}, 1, 1))
                .isEqualTo(new DensityCoverage(6 / 4.0, 2 / 4.0));
    }

    @Test
    void aBallReachesTheKthNearestOtherPoint() {
        assertThat(Neighbours.radii("test", PointSet.of("test", DATA, 1), 2)).containsExactly(9, 4, 9, 36);
        assertThat(Neighbours.radii("test", PointSet.of("test", new float[] {2, 2, 5}, 1), 1)).containsExactly(0, 0, 9);
        assertThatThrownBy(() -> Neighbours.radii("density and coverage", PointSet.of("test", DATA, 1), 4))
                .hasMessageContaining("the 4-th nearest of the others among 4 points");
    }

    /// Seed 1, 40 pairs of 300 sets: means within 4 standard errors of 1 and of the formula.
    @Test
    void forOneDistributionDensityAndCoverageHaveTheirExpectations() {
        KnownDistribution moons = Curves.moons(0.1);
        Baseline density = Baseline.between(moons, 300, 40, 1, (a, b) -> DensityCoverage.of(a, b, 2).density());
        Baseline coverage = Baseline.between(moons, 300, 40, 1, (a, b) -> DensityCoverage.of(a, b, 2).coverage());

        assertThat(density.mean()).isCloseTo(1, within(4 * density.deviation() / Math.sqrt(40)));
        assertThat(coverage.mean())
                .isCloseTo(
                        DensityCoverage.expectedCoverage(300, 300), within(4 * coverage.deviation() / Math.sqrt(40)));
    }

    /// N = 3, M = 2, k = 1: the nearest of the four others is one of two data. In the limit 1 − 2⁻⁵.
    @Test
    void theExpectedCoverageIsThatOfTheLemma() {
        assertThat(DensityCoverage.expectedCoverage(3, 2, 1)).isEqualTo(0.5);
        assertThat(DensityCoverage.expectedCoverage(1_000_000, 1_000_000)).isCloseTo(1 - 1 / 32.0, within(1e-6));
        assertThat(DensityCoverage.expectedCoverage(4, 10, 5)).isEqualTo(1);
    }

    /// Seed 2, n = 1,000. A generator on 24 of 25 modes loses a 25th of recall and coverage, and no precision.
    @Test
    void aMissingModeIsMissedByRecallAndCoverage() {
        double[][] centres = GRID.centres();
        centres[7] = centres[8].clone();
        float[] data = GRID.rows(2, "data", 1000);
        float[] samples = new Mixture(centres, 0.05).rows(2, "samples", 1000);
        float[] perfect = GRID.rows(2, "samples", 1000);

        assertThat(PrecisionRecall.of(data, perfect, 2).recall() - PrecisionRecall.of(data, samples, 2).recall())
                .isCloseTo(0.04, within(0.02));
        assertThat(DensityCoverage.of(data, perfect, 2).coverage() - DensityCoverage.of(data, samples, 2).coverage())
                .isCloseTo(0.04, within(0.02));
        assertThat(PrecisionRecall.of(data, samples, 2).precision())
                .isCloseTo(PrecisionRecall.of(data, perfect, 2).precision(), within(0.02));
    }

    /// Rows 0 and 2 are learned from, 1 and 3 tested: 0 and 2 are data, 10 and 12 samples; of the test rows 1 and 9 of
    /// the data and 3 and 11 of the samples, 9 and 3 are told wrong.
    @Test
    void evenRowsAreLearnedFromAndOddOnesTested() {
        TwoSampleTest test = TwoSampleTest.of(new float[] {0, 1, 2, 9}, new float[] {10, 3, 12, 11}, 1);

        assertThat(test).isEqualTo(new TwoSampleTest(2, 4));
        assertThat(test.accuracy()).isEqualTo(0.5);
        assertThat(test.z()).isZero();
        assertThat(test.pValue()).isEqualTo(0.5);
    }

    /// Data at 5.9 are nearest to the sample at 6, but of their three nearest two are the data at 5 and 4.
    @Test
    void moreNeighboursVote() {
        float[] data = {4, 5.9f, 5, 5.9f, 100, 5.9f};
        float[] samples = {6, -50, -60, -50, -70, -50};

        assertThat(TwoSampleTest.of(data, samples, 1, 1).correct()).isEqualTo(3);
        assertThat(TwoSampleTest.of(data, samples, 1, 3).correct()).isEqualTo(6);
    }

    /// 200 tests of 200 + 200 under the null, seed 3: mean 0 and deviation 1 within 4 standard errors. The counts of
    /// either label are fixed, so the deviation is at most 1, by a little less.
    @Test
    void underTheNullZIsStandardNormal() {
        Baseline z = Baseline.between(GRID, 200, 200, 3, (a, b) -> TwoSampleTest.of(a, b, 2).z());

        assertThat(z.mean()).isCloseTo(0, within(4 / Math.sqrt(200)));
        assertThat(z.deviation()).isCloseTo(1, within(4 / Math.sqrt(400)));
    }

    /// Seed 4, n = 500: a shift of one deviation is seen; disjoint sets are told apart always; copies show below ½.
    @Test
    void differencesAreFound() {
        float[] data = Gaussian.isotropic(2, 1).rows(4, "data", 500);
        float[] shifted = Gaussian.of(new double[][] {{1, 0}, {0, 1}}, 1, 0).rows(4, "samples", 500);
        float[] far = Gaussian.of(new double[][] {{1, 0}, {0, 1}}, 50, 0).rows(4, "samples", 500);
        float[] copies = new float[1000];
        for (int i = 0; i < 500; i++) {
            System.arraycopy(data, 2 * ((i + 1) % 500), copies, 2 * i, 2);
        }

        assertThat(TwoSampleTest.of(data, shifted, 2).pValue()).isLessThan(1e-4);
        assertThat(TwoSampleTest.of(data, far, 2).accuracy()).isEqualTo(1);
        assertThat(TwoSampleTest.of(data, copies, 2).z()).isLessThan(-4);
        assertThatThrownBy(() -> TwoSampleTest.of(data, new float[4], 2))
                .hasMessageContaining("as many samples as data");
    }
}
