package dev.simulacra.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.LabelledRows;
import dev.simulacra.data.Mixture;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionalAccuracyTest {
    private static final Mixture RING = Mixture.ring(8, 1, 0.01);

    @Test
    void aSampleMustLieInTheModeThatItWasAskedFor() {
        float[] samples = {1.02f, 0, 1.04f, 0, -1, 0, -1, 0};

        ConditionalAccuracy agreement = ConditionalAccuracy.ofModes(RING, new LabelledRows(2, samples, 0, 0, 0, 4));

        assertThat(agreement.asked()).containsExactly(3, 0, 0, 0, 1, 0, 0, 0);
        assertThat(agreement.met()).containsExactly(1, 0, 0, 0, 1, 0, 0, 0);
        assertThat(agreement.share()).isEqualTo(0.5);
        assertThat(agreement.least()).isEqualTo(1.0 / 3);
    }

    @Test
    void aLabelThatNoSampleWasAskedForHasNoShare() {
        ConditionalAccuracy agreement = ConditionalAccuracy.of(new int[] {3, 3, 1}, new int[] {3, 0, 1}, 10);

        assertThat(agreement.shares()).containsExactly(Map.entry(1, 1.0), Map.entry(3, 0.5));
    }

    /// Seed 1, 40,000 rows; tolerance 4 standard errors √(.0111·.9889/n).
    @Test
    void theDistributionItselfHasTheShareThatItIsSaidToHave() {
        int n = 40_000;
        int[] modes = LabelledRows.of(RING.modes().rows(1, "points", n), 0, 8).labels();

        ConditionalAccuracy agreement =
                ConditionalAccuracy.ofModes(RING, new LabelledRows(2, RING.rows(1, "points", n), modes));

        assertThat(ConditionalAccuracy.shareOfPopulation(2)).isCloseTo(1 - Math.exp(-4.5), within(1e-9));
        assertThat(agreement.share()).isCloseTo(
                ConditionalAccuracy.shareOfPopulation(2), within(4 * 0.105 / Math.sqrt(n)));
    }

    /// High quality alone says nothing of labels: here every sample is in a mode, and one in eight in its own.
    @Test
    void samplesOfTheRightModesUnderWrongLabelsDoNotAgree() {
        int n = 8000;
        int[] modes = LabelledRows.of(RING.modes().rows(2, "points", n), 0, 8).labels();
        float[] samples = RING.rows(1, "points", n);

        assertThat(ModeCoverage.of(RING, samples).highQuality()).isGreaterThan(0.98);
        assertThat(ConditionalAccuracy.ofModes(RING, new LabelledRows(2, samples, modes)).share())
                .isCloseTo(0.125, within(0.02));
    }

    /// Seed 1, 40,000 rows; the standard error is 1/√(4n) = .0025. Whoever makes one point of each mode agrees.
    @Test
    void pointsInsteadOfModesAreFoundOutByTheirWidth() {
        int n = 40_000;
        int[] modes = LabelledRows.of(RING.modes().rows(1, "points", n), 0, 8).labels();
        float[] points = new float[2 * n];
        for (int i = 0; i < n; i++) {
            points[2 * i] = (float) RING.centres()[modes[i]][0] + 0.01f;
            points[2 * i + 1] = (float) RING.centres()[modes[i]][1];
        }

        assertThat(ModeWidth.of(RING, new LabelledRows(2, RING.rows(1, "points", n), modes)))
                .isCloseTo(1, within(0.01));
        assertThat(ModeWidth.of(RING, new LabelledRows(2, points, modes))).isLessThan(0.01);
        assertThat(ConditionalAccuracy.ofModes(RING, new LabelledRows(2, points, modes)).share()).isEqualTo(1);
    }

    @Test
    void samplesWithoutAWidthAreRefused() {
        assertThatThrownBy(() -> ModeWidth.of(RING, new LabelledRows(2, new float[4], 0, 1)))
                .hasMessage("mode width: no label has two samples; one sample has no width");
        assertThatThrownBy(() -> ModeWidth.of(RING, new LabelledRows(2, new float[4], 0, 8)))
                .hasMessage("mode width: row 1 has the label 8; the modes are 0 to 7");
        assertThatThrownBy(() -> ModeWidth.of(RING, new LabelledRows(1, new float[2], 0, 0)))
                .hasMessage("mode width: samples of 1 columns around modes of 2; both must have the same number");
        assertThatThrownBy(() -> ModeWidth.of(RING, new LabelledRows(2, new float[] {0, 0, Float.NaN, 0}, 0, 0)))
                .hasMessage("mode width: row 1 has the value NaN; every number must be finite");
        assertThatThrownBy(() -> ModeWidth.of(RING, new LabelledRows(2, new float[0])))
                .hasMessageContaining("at least one row");
        assertThatThrownBy(() -> new LabelledRows(2, new float[4], 0))
                .hasMessage("labelled rows: 4 values with 2 columns and 1 labels; each row must have one");
    }

    @Test
    void noSamplesAreRefused() {
        assertThatThrownBy(() -> ConditionalAccuracy.of(new int[0], new int[0], 3))
                .hasMessage("label agreement: there are no samples; there must be at least one");
    }

    @Test
    void theNearestNeighbourSaysWhatAPointIsCalled() {
        float[] known = {0, 0, 10, 0, 0, 10, 3, 3};
        NearestNeighbour classifier = NearestNeighbour.of(known, 2, new int[] {4, 1, 2, 0}, 1);
        float[] rows = {1, 1, 9, 1, -1, 7, 100, 101, 2, 2};

        assertThat(classifier.labels(rows)).containsExactly(4, 1, 2, 2, 0);
        assertThatThrownBy(() -> NearestNeighbour.of(known, 2, new int[3], 1)).hasMessage("nearest neighbour: 8 "
                + "values with 2 columns and 3 labels; each row must have one, and there must be a row");
        assertThatThrownBy(() -> NearestNeighbour.of(new float[0], 0, new int[2], 1))
                .hasMessage("nearest neighbour: 0 columns; there must be at least one");
        assertThatThrownBy(() -> NearestNeighbour.of(new float[] {0, Float.NaN}, 2, new int[1], 1))
                .hasMessage("nearest neighbour: row 0 has the value NaN; every number must be finite");
        assertThatThrownBy(() -> classifier.labels(new float[3])).hasMessage("nearest neighbour: 3 values with 2 "
                + "columns; there must be at least one row, and whole rows");
        assertThatThrownBy(() -> classifier.labels(new float[] {0, Float.POSITIVE_INFINITY}))
                .hasMessage("nearest neighbour: row 0 has the value Infinity; every number must be finite");
    }

    /// Distances by a product in float against plain sums in double, over more rows than one block.
    @Test
    void theNearestIsTheOneAtTheLeastDistance() {
        Mixture cloud = new Mixture(new double[][] {{0, 0, 0}, {2, 1, 0}}, 1);
        float[] known = cloud.rows(1, "known", 300);
        float[] rows = cloud.rows(1, "rows", 700);
        int[] numbers = new int[300];
        for (int i = 0; i < 300; i++) {
            numbers[i] = i % 100;
        }
        PointSet points = PointSet.of("test", rows, 3);
        PointSet others = PointSet.of("test", known, 3);

        int[] found = NearestNeighbour.of(known, 3, numbers, 2).labels(rows);

        for (int i = 0; i < 700; i++) {
            int nearest = 0;
            for (int j = 0; j < 300; j++) {
                nearest = points.squaredDistance(i, others, j) < points.squaredDistance(i, others, nearest)
                        ? j
                        : nearest;
            }
            assertThat(found[i]).isEqualTo(nearest % 100);
        }
    }
}
