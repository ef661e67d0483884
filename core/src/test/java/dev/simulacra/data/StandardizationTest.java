package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StandardizationTest {
    private static final double[] DATA = {1, 7, 1000, 2, 7, 3000, 3, 7, 1000, 6, 7, 3000};

    @Test
    void standardizedColumnsHaveMeanZeroAndMeanSquareOne() {
        float[] standardized = Standardization.of(3, DATA).apply(DATA);

        for (int column : new int[] {0, 2}) {
            double mean = 0;
            double square = 0;
            for (int row = 0; row < 4; row++) {
                double x = standardized[row * 3 + column];
                mean += x / 4;
                square += x * x / 4;
            }
            assertThat(mean).isCloseTo(0, within(1e-6));
            assertThat(square).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void aConstantColumnHasDeviationZeroAndStaysWhatItIs() {
        Standardization standardization = Standardization.of(3, DATA);

        assertThat(standardization.constantColumns()).containsExactly(1);
        assertThat(standardization.deviation()[1]).isEqualTo(0);
        assertThat(standardization.apply(1, 7, 1000)[1]).isEqualTo(0);
        assertThat(standardization.invert(0, -3, 0)[1]).isEqualTo(7);
    }

    @Test
    void invertingGivesTheRowsBack() {
        Standardization standardization = Standardization.of(3, DATA);

        assertThat(standardization.invert(standardization.apply(DATA)))
                .containsExactly(DATA, within(1e-3));
    }

    /// A single pass over squares would lose all digits of the deviation here.
    @Test
    void aLargeMeanCostsNoDigits() {
        Standardization far = Standardization.of(1, 1.7e15 + 1, 1.7e15 + 3);

        assertThat(far.deviation()[0]).isEqualTo(1);
        assertThat(far.apply(1.7e15 + 1, 1.7e15 + 3)).containsExactly(-1, 1);
    }

    @Test
    void neitherVerySmallNorVeryLargeNumbersLoseTheirDeviation() {
        assertThat(Standardization.of(1, 1e-300, 3e-300).deviation()[0]).isCloseTo(1e-300, within(1e-315));
        assertThat(Standardization.of(1, 1e300, 3e300).deviation()[0]).isCloseTo(1e300, within(1e285));
        assertThatThrownBy(() -> Standardization.of(1, -1.7e308, 1.7e308))
                .hasMessageStartingWith("standardize: column 0 has mean");
    }

    @Test
    void whatIsNotFiniteIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Standardization.of(2, 0, 0, 0, Double.NaN))
                .hasMessage("standardize: the value in row 1, column 1 is NaN; every value must be finite");
        // in a column of one value a NaN would become 0
        assertThatThrownBy(() -> Standardization.of(2, 1, 5, 2, 5).apply(1, Double.NaN))
                .hasMessage("standardize: the value in row 0, column 1 is NaN; every value must be finite");
    }

    @Test
    void withoutRowsOrColumnsThereIsNothingToStandardize() {
        assertThatThrownBy(() -> Standardization.of(2)).hasMessage("standardize: there are no rows; a mean needs at"
                + " least one");
        assertThatThrownBy(() -> Standardization.of(0, 1, 2))
                .hasMessage("standardize: 0 columns; there must be at least one");
        assertThatThrownBy(() -> Standardization.identity(-1))
                .hasMessage("standardize: -1 columns; there must be at least one");
    }
}
