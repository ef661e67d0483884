package dev.simulacra.judging.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.judging.data.MadeTable;
import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnPairTrendsTest {
    private static final Table REAL = MadeTable.normal(2000, 0, 0.9, 1);

    @Test
    void aShiftedColumnIsCountedWithTheRealEdgesAndNotSeenWithSeparateOnes() {
        Table shifted = MadeTable.normal(2000, 100, 0.9, 1);

        assertThat(ColumnPairTrends.of(REAL, shifted, Binning.SEPARATE_EDGES).score()).isGreaterThan(0.98);
        assertThat(ColumnPairTrends.of(REAL, shifted, Binning.REAL_EDGES).score()).isCloseTo(0, within(1e-12));
    }

    @Test
    void theTableItselfScoresOneAndALostRelationLess() {
        assertThat(ColumnPairTrends.of(REAL, REAL).score()).isEqualTo(1);
        assertThat(ColumnPairTrends.of(REAL, MadeTable.normal(2000, 0, 0, 2)).score()).isLessThan(0.7);
    }

    @Test
    void wordsAreComparedByTheirTextAndNotByTheirNumbers() {
        Table ab = MadeTable.of(new double[] {1, 2}, "a", "b");
        Table ba = MadeTable.of(new double[] {2, 1}, "b", "a");

        assertThat(ColumnPairTrends.of(ab, ba).score()).isEqualTo(1);
    }

    @Test
    void missingValuesAreAClassOfTheirOwn() {
        Table all = MadeTable.of(new double[] {1, 2, 1, 2}, "a", "b", "a", "b");
        Table half = MadeTable.of(new double[] {1, 2, Double.NaN, 2}, "a", "b", "a", "");

        assertThat(ColumnPairTrends.of(all, half).score()).isEqualTo(0.5);
    }

    @Test
    void mutualInformationErrorIsZeroForTheTableItselfAndLargeForALostRelation() {
        assertThat(MutualInformation.of(REAL, TableRows.sample(REAL, 2000, 3)).error()).isZero();
        assertThat(MutualInformation.of(REAL, MadeTable.normal(2000, 0, 0, 2)).error()).isGreaterThan(0.1);
    }

    @Test
    void mutualInformationOfTwoEqualColumnsIsOneAndOfIndependentOnesZero() {
        Table equal = MadeTable.of(new double[] {0, 1, 0, 1}, "a", "b", "a", "b");
        Table independent = MadeTable.of(new double[] {0, 0, 1, 1}, "a", "b", "a", "b");

        MutualInformation information = MutualInformation.of(equal, independent);

        assertThat(information.real()[0][1]).isCloseTo(1, within(1e-12));
        assertThat(information.synthetic()[0][1]).isCloseTo(0, within(1e-12));
    }

    @Test
    void otherColumnsAreRefusedByName() {
        Table one = MadeTable.of(new double[] {1}, "a");
        Table renamed = new Table(new Schema(List.of(
                one.schema().columns().getLast(), one.schema().columns().getFirst())), one.columns().reversed());

        assertThatThrownBy(() -> ColumnPairTrends.of(one, renamed))
                .hasMessage("align: the columns are [number, word] and [word, number]; they must have the same names in"
                        + " the same order");
    }
}
