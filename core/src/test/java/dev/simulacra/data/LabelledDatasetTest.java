package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabelledDatasetTest {
    private final Dataset numbers = new Dataset("numbers", 4, 2, new float[] {0, 10, 1, 11, 2, 12, 3, 13});
    private final LabelledDataset data = LabelledDataset.of(numbers, new int[] {2, 0, 2, 1}, 3);

    @Test
    void everyExampleKeepsItsLabel() {
        LabelledRows rows = LabelledRows.of(data.rows(1, "data", 40), 2, 3);

        assertThat(data.dimension()).isEqualTo(5);
        for (int row = 0; row < 40; row++) {
            int example = (int) rows.examples()[2 * row];
            assertThat(rows.examples()[2 * row + 1]).isEqualTo(10 + example);
            assertThat(rows.labels()[row]).isEqualTo(new int[] {2, 0, 2, 1}[example]);
        }
    }

    @Test
    void theLawOfTheLabelsIsTheirShareOfTheExamples() {
        assertThat(data.law()).isEqualTo(new Labels(0.25, 0.25, 0.5));
    }

    @Test
    void numberedRowsEndWithTheNumberOfTheLabel() {
        float[] rows = {5, 6, 0, 0, 1, 7, 8, 1, 0, 0};

        assertThat(LabelledRows.of(rows, 2, 3).numbered()).containsExactly(5, 6, 2, 7, 8, 0);
    }

    @Test
    void labelsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> LabelledDataset.of(numbers, new int[3], 3))
                .hasMessage("labelled data: 4 examples and 3 labels; each example must have one");
        assertThatThrownBy(() -> LabelledDataset.of(numbers, new int[] {0, 3, 0, 0}, 3))
                .hasMessage("labelled data: row 1 has the label 3; there are 0 to 2");
    }

    /// The modes of a ring of 8 are .77 apart, samples .01 wide.
    @Test
    void theModesOfAMixtureAreThoseOfItsRows() {
        Mixture ring = Mixture.ring(8, 1, 0.01);
        float[] points = ring.rows(1, "points", 3000);
        int[] modes = LabelledRows.of(ring.modes().rows(1, "points", 3000), 0, 8).labels();

        for (int i = 0; i < modes.length; i++) {
            double[] centre = ring.centres()[modes[i]];
            assertThat(Math.hypot(points[2 * i] - centre[0], points[2 * i + 1] - centre[1])).isLessThan(0.1);
        }
        assertThat(modes).contains(0, 1, 2, 3, 4, 5, 6, 7);
    }
}
