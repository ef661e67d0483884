package dev.simulacra.tables.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPatternTest {
    @ParameterizedTest
    @CsvSource({"99,100", "#9,90", "A9,260", "aXx,6656", "K-999,1000", "N9,360"})
    void asManyKeysDifferAsThePatternHas(String pattern, int capacity) {
        KeyPattern keys = KeyPattern.of(pattern);

        Set<String> made = new HashSet<>();
        for (int row = 0; row < capacity; row++) {
            made.add(keys.key(row, 5));
        }

        assertThat(keys.capacity()).isEqualTo(capacity);
        assertThat(made).hasSize(capacity);
    }

    @Test
    void longKeysDifferToo() {
        KeyPattern keys = KeyPattern.of("#999999999999999-xxxxxxxx");
        Set<String> made = new HashSet<>();
        for (int row = 0; row < 100_000; row++) {
            made.add(keys.key(row, 6));
        }

        assertThat(made).hasSize(100_000).allMatch(key -> key.matches("[1-9][0-9]{15}-[0-9a-f]{8}"));
    }

    @Test
    void keysDependOnSeedAndRowAlone() {
        KeyPattern keys = KeyPattern.of("AA-9999");

        assertThat(keys.key(3, 1)).isEqualTo(keys.key(3, 1)).isNotEqualTo(keys.key(3, 2));
    }

    @Test
    void aBackslashMakesALetterStandForItself() {
        assertThat(KeyPattern.of("\\A\\9-9").key(0, 1)).matches("A9-[0-9]");
    }
}
