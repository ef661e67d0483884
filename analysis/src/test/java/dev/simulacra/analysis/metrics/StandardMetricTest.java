package dev.simulacra.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.data.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardMetricTest {
    private static final Gaussian PLANE = Gaussian.isotropic(2, 1);

    /// Samples one deviation away are worse, in the direction that the metric names, than samples of the distribution.
    @ParameterizedTest
    @EnumSource
    void movedSamplesAreWorse(StandardMetric metric) {
        float[] data = PLANE.rows(1, "data", 300);
        double moved = metric.of(data, WassersteinTest.moved(PLANE.rows(1, "samples", 300), 1, 1), 2);
        Baseline baseline = metric.baseline(PLANE, 300, 4, 1);

        switch (metric.direction()) {
            case LOWER -> assertThat(moved).isGreaterThan(baseline.mean());
            case HIGHER -> assertThat(moved).isLessThan(baseline.mean());
            case NEAR_BASELINE ->
                assertThat(Math.abs(baseline.deviationsAbove(moved))).isGreaterThan(2);
        }
    }

    @Test
    void valuesAreThoseOfTheMeasures() {
        float[] data = PLANE.rows(1, "data", 200);
        float[] samples = PLANE.rows(2, "data", 200);

        assertThat(StandardMetric.PRECISION.of(data, samples, 2))
                .isEqualTo(PrecisionRecall.of(data, samples, 2).precision());
        assertThat(StandardMetric.RECALL.of(data, samples, 2)).isEqualTo(PrecisionRecall.of(data, samples, 2).recall());
    }

    @Test
    void whatWouldTakeMinutesIsRefused() {
        StandardMetric.PRECISION.requireFeasible(100_000, 2);
        assertThatThrownBy(() -> StandardMetric.PRECISION.requireFeasible(1_000_000, 2)).hasMessage("precision:"
                + " 1,000,000 rows of 2 columns take about 8e+12 operations; at most 1e+11 are carried out, so fewer"
                + " rows or columns must be judged");
        assertThatThrownBy(() -> StandardMetric.MOMENTS.requireFeasible(100, 10_000))
                .hasMessageContaining("100 rows of 10,000 columns");
        StandardMetric.SINKHORN.requireFeasible(1_000_000_000, 2);
    }

    @Test
    void aMetricOfOnesOwnHasABaseline() {
        Metric means = new Metric() {
            @Override
            public String title() {
                return "difference of first values";
            }

            @Override
            public Direction direction() {
                return Direction.LOWER;
            }

            @Override
            public double of(float[] data, float[] samples, int columns) {
                return Math.abs(data[0] - samples[0]);
            }
        };

        assertThat(means.baseline(PLANE, 10, 3, 1).mean()).isPositive();
        means.requireFeasible(1L << 40, 1000);
    }
}
