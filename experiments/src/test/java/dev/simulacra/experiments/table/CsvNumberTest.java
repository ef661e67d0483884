package dev.simulacra.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvNumberTest {
    @ParameterizedTest
    @CsvSource({"6, 1700000010.37, 1700000010.37", "6, 0.123456789, 0.1234568", "1, 1e-9, 0", "1, -1.5, -1.5",
        "1, 7, 7", "1e12, 1234567890123.4, 1234567890000", "1e-12, 2.5e-13, 0.00000000000025", "1, NaN, NaN",
        "0, 1234567.891, 1234567.891", "4.9e-324, 1, 1"})
    void aNumberIsWrittenWithoutExponentAndAsFinelyAsAStandardizedFloat(double deviation, double value, String text) {
        assertThat(CsvNumber.of(value, deviation)).isEqualTo(text);
    }
}
