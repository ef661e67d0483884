package dev.simulacra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void stringsAreUnescapedAndEscaped() {
        String text = "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\uD83D\\ude00€\"";

        assertThat(new Json(text).string()).isEqualTo("\"\\/\b\f\n\r\tä😀€");
        assertThat(Json.quote("\"\\/\b\nä😀")).isEqualTo("\"\\\"\\\\/\\u0008\\u000aä😀\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u00g0\"", "\"\\ud83d\"", "\"\\ude00\\ud83d\"",
        "\"\n\"", "'a'", "a", "", "\"\\u\u0661\u0661\u0661\u0661\""})
    void stringsThatAreNoneAreRefused(String text) {
        assertThatThrownBy(() -> new Json(text).string()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("JSON, at character ");
    }

    @Test
    void numbersAreWholeAndWithoutLeadingZeros() {
        assertThat(new Json(" [ 0 ,10,\n999999999999999999 ] ").integers())
                .containsExactly(0L, 10L, 999999999999999999L);
        assertThat(new Json("[]").integers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[01]", "[-1]", "[1e3]", "[1,]", "[,1]", "[1", "[1 2]", "[1000000000000000000]",
        "[\u0661]"})
    void numbersThatAreNoneAreRefused(String text) {
        assertThatThrownBy(() -> new Json(text).integers()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("JSON, at character ");
    }

    @Test
    void aMillionBracketsCostNoStack() {
        assertThatThrownBy(() -> new Json("[".repeat(1_000_000)).integers()).hasMessageContaining("whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"\\u0061\":2}", "{"})
    void objectsThatAreNoneAreRefused(String text) {
        Json json = new Json(text);

        assertThatThrownBy(() -> json.object(_ -> json.integer())).isInstanceOf(IllegalArgumentException.class);
    }
}
