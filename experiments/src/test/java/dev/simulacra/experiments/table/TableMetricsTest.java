package dev.simulacra.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.analysis.metrics.JudgedSize;
import dev.simulacra.data.Gaussian;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableMetricsTest {
    private static final Gaussian PLANE = Gaussian.isotropic(2, 1);

    private static Evaluation judged(float[] data, float[] samples) {
        TableMetrics metrics =
                new TableMetrics(List.of("price", "weight"), data, samples, JudgedSize.requireFeasible(2), 1);
        return new Evaluation(metrics.all(), List.of(metrics.remark()));
    }

    private static double yardstick(Evaluation evaluation, String key) {
        return evaluation.measurements().stream()
                .filter(measurement -> measurement.key().equals(key))
                .findFirst()
                .orElseThrow()
                .yardstick();
    }

    /// Seeds as written, 500 rows and 5,000 samples of one law: all is as its baseline says, within what one set may
    /// differ.
    @Test
    void samplesOfTheDistributionMeetTheirBaselines() {
        Evaluation evaluation = judged(PLANE.rows(1, "data", 500), PLANE.rows(2, "data", 5000));

        for (String key : List.of("wasserstein2", "kolmogorovSmirnov", "largestKolmogorovSmirnov", "outsideRange")) {
            assertThat(evaluation.value(key)).as(key)
                    .isBetween(0.3 * yardstick(evaluation, key), 2.5 * yardstick(evaluation, key));
        }
        assertThat(evaluation.value("copies")).isZero();
        assertThat(evaluation.measurements()).extracting(Measurement::direction)
                .contains(Direction.LOWER, Direction.NEAR_BASELINE);
        assertThat(evaluation.remarks().getFirst()).contains("price 0.").contains("weight 0.");
    }

    /// A log-normal price and samples of the normal law with its moments: those say nothing, the shape says it all.
    /// 5,000 each; the Kolmogorov–Smirnov distance of the laws is above .05.
    @Test
    void aWrongShapeWithTheRightMomentsIsSeen() {
        float[] data = PLANE.rows(1, "data", 5000);
        float[] samples = PLANE.rows(2, "data", 5000);
        double deviation = 0.4;
        double mean = Math.exp(deviation * deviation / 2);
        double spread = mean * Math.sqrt(Math.expm1(deviation * deviation));
        for (int i = 0; i < data.length; i += 2) {
            data[i] = (float) ((Math.exp(deviation * data[i]) - mean) / spread);
        }

        Evaluation evaluation = judged(data, samples);

        assertThat(evaluation.value("wasserstein2")).isLessThan(3 * yardstick(evaluation, "wasserstein2"));
        assertThat(evaluation.value("largestKolmogorovSmirnov"))
                .isGreaterThan(3 * yardstick(evaluation, "largestKolmogorovSmirnov"));
        assertThat(evaluation.value("outsideRange")).isGreaterThan(20 * yardstick(evaluation, "outsideRange"));
        assertThat(evaluation.measurements()).extracting(Measurement::name).contains("the largest, of column price");
    }

    @Test
    void samplesThatAreRowsAreCopies() {
        float[] data = PLANE.rows(1, "data", 150);
        float[] samples = PLANE.rows(2, "data", 150);
        System.arraycopy(data, 0, samples, 0, 2 * 24);

        Evaluation evaluation = judged(data, samples);

        assertThat(evaluation.value("copies")).isCloseTo(0.16, within(1e-12));
        assertThat(yardstick(evaluation, "copies")).isZero();
    }

    /// Before, every row twice made the baseline 0, and one group after another made it 1.67.
    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        float[] data = PLANE.rows(1, "data", 400);
        float[] twice = new float[1600];
        for (int i = 0; i < 800; i++) {
            twice[2 * (i - i % 2) + i % 2] = data[i];
            twice[2 * (i - i % 2) + 2 + i % 2] = data[i];
        }
        float[] samples = PLANE.rows(2, "data", 5000);
        double ofOnce = yardstick(judged(data, samples), "wasserstein2");

        assertThat(yardstick(judged(twice, samples), "wasserstein2")).isCloseTo(ofOnce, within(0.3 * ofOnce));
        assertThat(ofOnce).isBetween(0.02, 0.15);
    }

    /// 1,500 columns of 50 rows: every fifth column has its moments taken.
    @Test
    void aWideTableIsJudgedInPart() {
        List<String> header = IntStream.range(0, 1500).mapToObj(i -> "x" + i).toList();
        float[] data = Gaussian.isotropic(1500, 1).rows(1, "data", 50);
        float[] samples = Gaussian.isotropic(1500, 1).rows(1, "samples", 500);
        TableMetrics metrics = new TableMetrics(header, data, samples, JudgedSize.requireFeasible(1500), 1);

        assertThat(metrics.all()).allMatch(measurement -> Double.isFinite(measurement.value()));
        assertThat(metrics.remark()).contains(", …. One").hasSizeLessThan(400);
    }
}
