package dev.simulacra.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.data.Standardization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
    @ParameterizedTest
    @CsvSource({"6, 1700000010.37, 1700000010.37", "6, 0.123456789, 0.1234568", "1, 1e-9, 0", "1, -1.5, -1.5",
        "1e12, 1234567890123.4, 1234567890000", "1e-12, 2.5e-13, 0.00000000000025", "1, NaN, NaN",
        "0, 1234567.891, 1234567.891", "4.9e-324, 1, 1"})
    void aNumberIsWrittenWithoutExponentAndAsFinelyAsAStandardizedFloat(double deviation, double value, String text) {
        Schema units = new Schema(List.of("t"), new Standardization(new double[1], new double[] {deviation}));

        assertThat(units.text(value, 0)).isEqualTo(text);
    }

    @Test
    void aLabelIsOneMoreColumnOfWholeNumbers() {
        Schema units = new Schema(List.of("t"), new Standardization(new double[] {10}, new double[] {2})).withLabel();

        assertThat(units.header()).containsExactly("t", "label");
        assertThat(units.of(1.5f, 7)).containsExactly(13, 7);
        assertThat(units.text(7, 1)).isEqualTo("7");
    }

    @Test
    void everyColumnHasAName() {
        assertThatThrownBy(() -> new Schema(List.of("t"), Standardization.identity(2)))
                .hasMessage("units: 1 names and 2 means; there must be one of each per column");
    }
}
