package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final int N = 20_000;

    /// Seed 1, 20,000 draws; tolerance 5 standard errors, √(¼/n) at most.
    @Test
    void labelsAreDrawnInTheirShares() {
        double[] shares = {0.1, 0, 0.6, 0.3};

        double[] found = frequencies(new Labels(shares));

        assertThat(found).containsExactly(shares, within(5 * Math.sqrt(0.25 / N)));
        assertThat(found[1]).isZero();
    }

    @Test
    void everyRowHasOneLabel() {
        float[] rows = Labels.equal(7).rows(1, "labels", 1000);

        for (int row = 0; row < 1000; row++) {
            float[] indicator = Arrays.copyOfRange(rows, 7 * row, 7 * (row + 1));
            assertThat(indicator).containsOnlyOnce(1);
            assertThat(indicator).containsOnly(0, 1);
        }
    }

    @Test
    void oneLabelAloneIsDrawnAlways() {
        for (int label = 0; label < 5; label++) {
            assertThat(frequencies(Labels.only(label, 5))[label]).isEqualTo(1);
        }
    }

    @Test
    void whatIsNoLawIsRefused() {
        assertThatThrownBy(() -> new Labels(0.5, 0.6)).hasMessage(
                "labels: the shares are [0.5, 0.6]; none may be below 0, and their sum must be 1");
        assertThatThrownBy(() -> new Labels(1.5, -0.5)).hasMessageContaining("none may be below 0");
        assertThatThrownBy(() -> new Labels()).hasMessageContaining("their sum must be 1");
        assertThatThrownBy(() -> Labels.only(10, 10)).hasMessage("labels: 10 is none of them; there are 0 to 9");
        assertThatThrownBy(() -> Labels.only(-1, 10)).hasMessage("labels: -1 is none of them; there are 0 to 9");
    }

    private static double[] frequencies(Labels labels) {
        LabelledRows rows = LabelledRows.of(labels.rows(1, "labels", N), 0, labels.dimension());
        double[] frequencies = new double[labels.dimension()];
        for (int label : rows.labels()) {
            frequencies[label] += 1.0 / N;
        }
        return Arrays.stream(frequencies).map(f -> Math.round(f * N) / (double) N).toArray();
    }

    @Test
    void labelsWithoutAShareAreNotDrawn() {
        assertThat(new Labels(0, 0.25, 0, 0.75, 0).drawn()).containsExactly(1, 3);
    }
}
