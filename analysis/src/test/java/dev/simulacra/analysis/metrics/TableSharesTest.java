package dev.simulacra.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import org.junit.jupiter.api.Test;

class TableSharesTest {
    /// Values of one decimal place: what rounds to a row is a copy of it.
    @Test
    void copiesAreCountedAtTheResolutionOfTheData() {
        float[] data = {5.1f, 3, 4.9f, 3.5f, 5, 3, 5, 3};
        RowCopies rows = RowCopies.of(data, 2);

        assertThat(rows.shareOf(new float[] {5.0998f, 3.01f, 5.1f, 3.5f, 4.92f, 3.4f, 7, 7})).isEqualTo(0.5);
        assertThat(rows.shareWithin()).isEqualTo(0.5);
        assertThatThrownBy(() -> rows.shareOf(new float[3])).hasMessageContaining("3 values with 2 columns");
    }

    @Test
    void freshSamplesOfAContinuousLawAreNoCopies() {
        RowCopies rows = RowCopies.of(Gaussian.isotropic(2, 1).rows(1, "rows", 1000), 2);

        assertThat(rows.shareWithin()).isZero();
        assertThat(rows.shareOf(Gaussian.isotropic(2, 1).rows(2, "rows", 1000))).isZero();
    }

    /// Seed 1: 2/101 for each of two columns; 20,000 fresh samples of a single table of 100 rows may lie outside half
    /// or twice as often, so 50 tables are averaged.
    @Test
    void theDistributionLiesOutsideTheRangeAsOftenAsTheFormulaSays() {
        double sum = 0;
        for (int i = 0; i < 50; i++) {
            ValueRange range = ValueRange.of(Gaussian.isotropic(2, 1).rows(1, "rows/" + i, 100), 2);
            sum += range.shareOutside(Gaussian.isotropic(2, 1).rows(1, "fresh/" + i, 20_000)) / 50;
        }

        assertThat(ValueRange.expectedOutside(100, 2)).isCloseTo(1 - Math.pow(1 - 2.0 / 101, 2), within(1e-15));
        assertThat(sum).isCloseTo(ValueRange.expectedOutside(100, 2), within(0.2 * sum));
    }

    @Test
    void aRowIsOutsideWhereOneOfItsValuesIs() {
        ValueRange range = ValueRange.of(new float[] {0, 10, 1, 20}, 2);

        assertThat(range.shareOutside(new float[] {0, 20, -0.1f, 15, 0.5f, 20.5f, 1, 10})).isEqualTo(0.5);
        assertThat(range).isEqualTo(ValueRange.of(new float[] {1, 10, 0, 20}, 2));
    }

    @Test
    void whatIsJudgedOfATableIsBounded() {
        assertThat(JudgedSize.requireFeasible(3)).isEqualTo(new JudgedSize(100_000, 100_000, 1));
        assertThat(JudgedSize.requireFeasible(1500)).isEqualTo(new JudgedSize(13_333, 13_333, 5));
        assertThat(JudgedSize.requireFeasible(300)).isEqualTo(new JudgedSize(66_666, 44_444, 1));
        assertThatThrownBy(() -> JudgedSize.requireFeasible(20_001)).hasMessage("judging: 1,000 samples of 20,001"
                + " columns are more than 20,000,000 numbers; at most 20,000 columns are possible");
    }
}
