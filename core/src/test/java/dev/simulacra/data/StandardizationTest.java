package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StandardizationTest {
    private static final Dataset DATA =
            new Dataset("three columns", 4, 3, new float[] {1, 7, 1000, 2, 7, 3000, 3, 7, 1000, 6, 7, 3000});

    @Test
    void standardizedColumnsHaveMeanZeroAndMeanSquareOne() {
        Dataset standardized = Standardization.of(DATA).apply(DATA);

        for (int column : new int[] {0, 2}) {
            double mean = 0;
            double square = 0;
            for (int row = 0; row < 4; row++) {
                double x = standardized.values()[row * 3 + column];
                mean += x / 4;
                square += x * x / 4;
            }
            assertThat(mean).isCloseTo(0, within(1e-6));
            assertThat(square).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void aConstantColumnHasDeviationOneAndIsNamed() {
        Standardization standardization = Standardization.of(DATA);

        assertThat(standardization.constantColumns()).containsExactly(1);
        assertThat(standardization.deviation()[1]).isEqualTo(1);
        assertThat(standardization.apply(1, 7, 1000)[1]).isEqualTo(0);
        assertThat(standardization.invert(0, 0, 0)[1]).isEqualTo(7);
    }

    @Test
    void invertingGivesTheRowsBack() {
        Standardization standardization = Standardization.of(DATA);

        assertThat(standardization.invert(standardization.apply(DATA.values())))
                .containsExactly(DATA.values(), within(1e-3f));
    }

    /// A single pass over squares would lose all digits of the deviation here.
    @Test
    void aLargeMeanCostsNoDigits() {
        Dataset far = new Dataset("far", 2, 1, new float[] {16_000_001, 16_000_003});

        assertThat(Standardization.of(far).deviation()[0]).isEqualTo(1);
    }

    @Test
    void whatIsNotFiniteIsRefusedWithItsPlace() {
        Dataset broken = new Dataset("broken", 2, 2, new float[] {0, 0, 0, Float.NaN});

        assertThatThrownBy(() -> Standardization.of(broken))
                .hasMessage("standardize: dataset broken (2, 2) holds NaN in row 1, column 1; "
                        + "every value must be finite");
    }
}
