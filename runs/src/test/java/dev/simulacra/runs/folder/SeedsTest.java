package dev.simulacra.runs.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.simulacra.runs.RunRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedsTest {
    @Test
    void aRangeHasBothEnds() {
        assertThat(Seeds.of("1..32").numbers()).hasSize(32).startsWith(1L, 2L).endsWith(31L, 32L);
        assertThat(Seeds.of("-1..1").numbers()).containsExactly(-1L, 0L, 1L);
        assertThat(Seeds.of("7..7").numbers()).containsExactly(7L);
    }

    @Test
    void aListKeepsItsOrder() {
        assertThat(Seeds.of("1,2,5").numbers()).containsExactly(1L, 2L, 5L);
        assertThat(Seeds.of("9, 1..3").numbers()).containsExactly(9L, 1L, 2L, 3L);
        assertThat(Seeds.of("7").numbers()).containsExactly(7L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1..32|1..32", "1,2,3|1..3", "3,2,1|3,2,1", "1,3|1,3", "1,3,2|1,3,2", "4|4"})
    void seedsAreWrittenAsShortAsTheyCanBe(String word, String text) {
        assertThat(Seeds.of(word)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5..1                    | 5 is above 1; a range begins with its smallest seed
            1,2,2                   | seed 2 is named twice
            1..4,3                  | seed 3 is named twice
            a..b                    | whole numbers are required, as in 1..32 or 1,2,5
            1...3                   | whole numbers are required, as in 1..32 or 1,2,5
            1..                     | whole numbers are required, as in 1..32 or 1,2,5
            1,,2                    | whole numbers are required, as in 1..32 or 1,2,5
            1e3                     | whole numbers are required, as in 1..32 or 1,2,5
            99999999999999999999    | whole numbers are required, as in 1..32 or 1,2,5
            1..1001                 | at most 1000 seeds are possible
            1..999999999999999999   | at most 1000 seeds are possible
            1..600,1001..1401       | at most 1000 seeds are possible
            """)
    void wordsThatNameNoSeedsAreRefused(String word, String problem) {
        assertThatExceptionOfType(RunRefusedException.class).isThrownBy(() -> Seeds.of(word))
                .withMessage("--seeds " + word + ": " + problem);
    }
}
