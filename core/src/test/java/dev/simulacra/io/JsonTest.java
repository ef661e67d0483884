package dev.simulacra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(integers(" [ 0 ,10,\n999999999999999999 ] "))
                .containsExactly(0L, 10L, 999999999999999999L);
        assertThat(integers("[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[01]", "[-1]", "[1e3]", "[1,]", "[,1]", "[1", "[1 2]", "[1000000000000000000]",
        "[\u0661]"})
    void numbersThatAreNoneAreRefused(String text) {
        assertThatThrownBy(() -> integers(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("JSON, at character ");
    }

    private static List<Long> integers(String text) {
        Json json = new Json(text);
        return json.list(json::integer);
    }

    /// A record of two members, the second a record of one.
    private static String pair(String text) {
        Json json = new Json(text);
        String pair = json.record(() -> {
            json.name("a");
            double a = json.number();
            json.name("b");
            return a + " " + json.record(() -> {
                json.name("c");
                return json.whole();
            });
        });
        json.end();
        return pair;
    }

    @Test
    void aRecordHasItsMembersInItsOwnOrder() {
        assertThat(pair(" { \"a\" : -1.5e-3 , \"b\" : { \"c\" : -9223372036854775808 } } "))
                .isEqualTo("-0.0015 -9223372036854775808");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'b':{'c':1},'a':1} | the member \"a\" is required, not \"b\"",
        "{'a':1,'a':1} | the member \"b\" is required, not \"a\"",
        "{'a':1} | the member \"b\" is required",
        "{} | '\"' is required",
        "{,'a':1} | '\"' is required",
        "{'a':1,'b':{'c':1},} | there are no more members",
        "{'a':1,'b':{'c':1},'d':2} | there are no more members",
        "{'a':1,'b':{'c':1,'d':2}} | there are no more members",
        "{'a':'1','b':{'c':1}} | a number is required",
        "{'a':1e999,'b':{'c':1}} | finite as a double",
        "{'a':NaN,'b':{'c':1}} | a number is required",
        "{'a':01,'b':{'c':1}} | the member \"b\" is required",
        "{'a':+1,'b':{'c':1}} | a number is required",
        "{'a':1.,'b':{'c':1}} | the member \"b\" is required",
        "{'a':1,'b':{'c':1.0}} | a whole number from -2^63",
        "{'a':1,'b':{'c':9223372036854775808}} | a whole number from -2^63",
        "{'a':1,'b':[]} | '{' is required",
        "{'a':1,'b':{'c':1}}{ | must end here"})
    void aRecordThatIsNoneIsRefused(String text, String problem) {
        assertThatThrownBy(() -> pair(text.replace('\'', '"'))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void everyDoubleIsReadAsItWasWritten() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(new Json(new JsonWriter().number(number).text()).number()).isEqualTo(number);
            }
        }
    }

    @Test
    void whatIsWrittenAsARecordIsReadAsOne() {
        JsonWriter json = new JsonWriter();
        json.record(() -> json.name("a").number(-0.5).name("b").record(() -> json.name("c").whole(-7)));

        assertThat(json.text()).isEqualTo("{\"a\":-0.5,\"b\":{\"c\":-7}}");
        assertThat(pair(json.text())).isEqualTo("-0.5 -7");
        assertThatThrownBy(() -> new JsonWriter().number(Double.NaN))
                .hasMessage("write JSON: the number is NaN; it must be finite");
    }

    @Test
    void aMillionBracketsCostNoStack() {
        assertThatThrownBy(() -> integers("[".repeat(1_000_000))).hasMessageContaining("whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"\\u0061\":2}", "{"})
    void objectsThatAreNoneAreRefused(String text) {
        Json json = new Json(text);

        assertThatThrownBy(() -> json.object(_ -> json.integer())).isInstanceOf(IllegalArgumentException.class);
    }
}
