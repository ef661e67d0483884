package dev.simulacra.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final Gaussian GAUSSIAN = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);

    /// Golden values: numpy 2.4.6, `mean` and `cov`. A sum of squares that is not taken about the mean gives 0 here.
    @Test
    void aLargeMeanCostsNoDigits() {
        Moments moments = Moments.of(new float[] {1e6f + 1, 2, 1e6f + 2, 0, 1e6f + 4, 5}, 2);

        assertThat(moments.mean()).containsExactly(new double[] {1e6 + 7 / 3.0, 7 / 3.0}, within(1e-9));
        assertThat(moments.covariance()[0])
                .containsExactly(new double[] {2.3333333333333335, 2.8333333333333335}, within(1e-9));
        assertThat(moments.covariance()[1])
                .containsExactly(new double[] {2.8333333333333335, 6.333333333333333}, within(1e-9));
    }

    @Test
    void chunksGiveTheMomentsOfTheWhole() {
        float[] rows = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 100, -200).rows(1, "data", 1000);
        Moments whole = Moments.of(rows, 2);
        Moments joined = Moments.of(Arrays.copyOfRange(rows, 0, 2), 2)
                .plus(Moments.of(Arrays.copyOfRange(rows, 2, 700), 2))
                .plus(Moments.of(Arrays.copyOfRange(rows, 700, 2000), 2));

        assertThat(joined.count()).isEqualTo(1000);
        assertThat(joined.mean()).containsExactly(whole.mean(), within(1e-11));
        assertThat(joined.covariance()[0]).containsExactly(whole.covariance()[0], within(1e-11));
        assertThat(joined.covariance()[1]).containsExactly(whole.covariance()[1], within(1e-11));
    }

    @Test
    void momentsNeedWholeRowsAndACovarianceTwo() {
        assertThatThrownBy(() -> Moments.of(new float[3], 2)).hasMessageContaining("whole rows");
        assertThatThrownBy(() -> Moments.of(new float[2], 2).covariance()).hasMessageContaining("at least two");
        assertThatThrownBy(() -> Moments.of(new float[2], 0))
                .hasMessage("moments: 0 columns; there must be at least one");
        assertThatThrownBy(() -> Moments.of(new float[] {1, 2, Float.NaN, 3}, 2))
                .hasMessage("moments: row 1 has the value NaN; every number must be finite");
        assertThatThrownBy(() -> new Moments(3, new double[2], new double[][] {{1, 0}}))
                .hasMessageStartingWith("moments: 3 rows with a mean of 2 columns and a scatter matrix of 1 rows");
        assertThatThrownBy(() -> new Moments(0, new double[1], new double[1][1])).hasMessageContaining("0 rows");
    }

    /// Seed 3, n = 100,000; tolerance 5 standard errors: of a mean σ/√n, of a covariance at most σᵢσⱼ√(2/n).
    @Test
    void samplesOfAGaussianHaveItsMoments() {
        Moments moments = Moments.of(GAUSSIAN.rows(3, "data", 100_000), 2);

        for (int i = 0; i < 2; i++) {
            double deviation = Math.sqrt(GAUSSIAN.covariance()[i][i]);
            assertThat(moments.mean()[i]).isCloseTo(GAUSSIAN.mean()[i], within(5 * deviation / Math.sqrt(100_000)));
            for (int j = 0; j < 2; j++) {
                double scale = deviation * Math.sqrt(GAUSSIAN.covariance()[j][j]);
                assertThat(moments.covariance()[i][j])
                        .isCloseTo(GAUSSIAN.covariance()[i][j], within(5 * scale * Math.sqrt(2.0 / 100_000)));
            }
        }
    }
}
