package dev.simulacra.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {
    @Test
    void itIsTheLargestDifferenceOfShares() {
        assertThat(KolmogorovSmirnov.of(new float[] {1, 2, 3, 4}, new float[] {3, 4, 5, 6})).isEqualTo(0.5);
        assertThat(KolmogorovSmirnov.of(new float[] {1, 2}, new float[] {3})).isEqualTo(1);
        assertThat(KolmogorovSmirnov.of(new float[] {1, 1, 2}, new float[] {2, 1, 1, 2, 1, 1})).isZero();
    }

    /// `P(|D| …)`: the mean of Kolmogorov's law is √(π/2) ln 2 = .8687. Seed 1, 400 pairs of 500 and 2,000 numbers; the
    /// law's deviation is .26, so the mean of 400 has a standard error of 1.5 in 100. D's steps lower it by as much.
    @Test
    void itsMeanForOneLawIsTheFormula() {
        double mean = IntStream.range(0, 400)
                .mapToDouble(i -> KolmogorovSmirnov.of(
                        Gaussian.of(0, 1).rows(1, "a/" + i, 500), Gaussian.of(0, 1).rows(1, "b/" + i, 2000)))
                .average()
                .orElseThrow();

        assertThat(KolmogorovSmirnov.expected(1, 1)).isCloseTo(0.8687 * Math.sqrt(2), within(1e-4));
        assertThat(mean).isCloseTo(KolmogorovSmirnov.expected(500, 2000),
                within(0.06 * KolmogorovSmirnov.expected(500, 2000)));
    }

    /// Seed 1, 100 pairs of 500 rows of ten independent columns.
    @Test
    void theLargestOfManyColumnsIsExpectedToBeLarger() {
        double mean = IntStream.range(0, 100)
                .mapToDouble(i -> IntStream.range(0, 10)
                        .mapToDouble(c -> KolmogorovSmirnov.of(
                                Gaussian.of(0, 1).rows(1, "a/" + i + c, 500),
                                Gaussian.of(0, 1).rows(1, "b/" + i + c, 500)))
                        .max()
                        .orElseThrow())
                .average()
                .orElseThrow();

        assertThat(KolmogorovSmirnov.expectedLargest(500, 500, 1))
                .isCloseTo(KolmogorovSmirnov.expected(500, 500), within(1e-5));
        assertThat(KolmogorovSmirnov.expectedLargest(500, 500, 10))
                .isCloseTo(mean, within(0.06 * mean))
                .isGreaterThan(1.4 * KolmogorovSmirnov.expected(500, 500));
    }

    @Test
    void columnsAreComparedOneByOne() {
        float[] data = {1, 10, 2, 20};
        float[] samples = {2, 30, 1, 40};

        assertThat(KolmogorovSmirnov.ofColumns(data, samples, 2)).containsExactly(0, 1);
        assertThatThrownBy(() -> KolmogorovSmirnov.ofColumns(data, new float[3], 2))
                .hasMessageContaining("3 values with 2 columns");
    }
}
