package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class CheckerboardTest {
    private static final Checkerboard BOARD = Checkerboard.of(4, 2);

    @Test
    void everyOtherSquareIsBlack() {
        assertThat(BOARD.logDensity(-3.9, -3.9)).isEqualTo(-Math.log(8 * 4));
        assertThat(BOARD.logDensity(-1, -3)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(BOARD.logDensity(-1, -1)).isEqualTo(-Math.log(32));
        assertThat(BOARD.logDensity(4.1, 3.9)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(BOARD.logDensity(-4.1, -3.9)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /// The grid of the finest deviation has its lines on the edges, so the sum is exact.
    @Test
    void theDensityIntegratesToOneOnTheGridOfItsFinestDeviation() {
        assertThat(BOARD.finestDeviation()).isEqualTo(0.5);
        assertThat(new Quadrature(BOARD, 16).mass()).isCloseTo(1, within(1e-14));
        assertThat(new Quadrature(Checkerboard.of(8, 1), 32).mass()).isCloseTo(1, within(1e-14));
        assertThat(new Quadrature(BOARD.smoothed(0.3), 80).mass()).isCloseTo(1, within(1e-9));
    }

    /// The mean of the kernel over the black squares, by the midpoint rule; 1,600 nodes an axis are wrong by 2·10⁻⁴.
    @Test
    void smoothingIsAConvolution() {
        Checkerboard smoothed = BOARD.smoothed(0.3);

        for (double[] x : new double[][] {{0, 0}, {-1, -3.3}, {2.2, 1.7}, {4.5, 4.2}}) {
            assertThat(Math.exp(smoothed.logDensity(x))).isCloseTo(convolved(x, 0.3), withinPercentage(0.02));
        }
        assertThat(smoothed.smoothed(0.4)).isEqualTo(BOARD.smoothed(0.5));
    }

    @Test
    void noiseMakesTheLogDensityFiniteEverywhere() {
        assertThat(BOARD.smoothed(0.05).logDensity(-300, 300)).isFinite().isLessThan(-1e6);
    }

    /// Seed 1, n = 40,000; tolerance 5 standard errors of a share of ⅛.
    @Test
    void rowsLieOnTheBlackSquaresEquallyOften() {
        float[] rows = BOARD.rows(1, "data", 40_000);
        int[][] counts = new int[4][4];
        for (int i = 0; i < rows.length; i += 2) {
            counts[(int) ((rows[i] + 4) / 2)][(int) ((rows[i + 1] + 4) / 2)]++;
        }

        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double expected = (i + j) % 2 == 0 ? 0.125 : 0;
                assertThat(counts[i][j] / 40_000.0).isCloseTo(expected, within(5 * Math.sqrt(expected / 40_000)));
            }
        }
    }

    /// n = 20,000; tolerance 4 standard errors.
    @Test
    void noisyRowsAreDrawnFromTheDensity() {
        Checkerboard smoothed = BOARD.smoothed(0.3);

        assertThat(new Quadrature(smoothed, 80).deviationsOf(smoothed.rows(1, "data", 20_000))).isBetween(-4.0, 4.0);
    }

    @Test
    void aBoardHasAPowerOfTwoSquaresAlongAnAxis() {
        assertThatThrownBy(() -> Checkerboard.of(6, 1))
                .hasMessage("checkerboard: squares along an axis: 6; there must be a power of two, from 1 to 2²⁴");
        assertThatThrownBy(() -> Checkerboard.of(1, 1)).hasMessageContaining("at least two");
    }

    private static double convolved(double[] x, double deviation) {
        int nodes = 1600;
        double sum = 0;
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                double a = x[0] + 4 - 8 * (i + 0.5) / nodes;
                double b = x[1] + 4 - 8 * (j + 0.5) / nodes;
                boolean isBlack = (i / (nodes / 4) + j / (nodes / 4)) % 2 == 0;
                sum += isBlack ? Math.exp(-0.5 * (a * a + b * b) / deviation / deviation) : 0;
            }
        }
        return sum / (nodes * nodes / 2) / (2 * Math.PI * deviation * deviation);
    }
}
