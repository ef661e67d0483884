package dev.simulacra.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarLineTest {
    private static final String BRIEF = "J(D) 1.230 (1.386)  J(G) 0.697 (0.693)  D 0.59, 0.50";

    /// With room for the two cells of `^C`, and without the last cell, after which a terminal wraps.
    @ParameterizedTest
    @ValueSource(strings = {BRIEF, "数据", "e\u0301", "\ud83d\ude00"})
    void theLineNeverReachesTheEndOfTheTerminalsLine(String brief) {
        BarLine line = new BarLine(0.5, "95 s left", brief.repeat(200));

        assertThat(IntStream.rangeClosed(1, 300)).allSatisfy(columns ->
                assertThat(Cells.of(line.text(columns))).isLessThanOrEqualTo(Math.max(0, columns - 3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {104, 132, 200})
    void aWideTerminalShowsBarAndNumbers(int columns) {
        assertThat(new BarLine(0.5, "95 s left", BRIEF).text(columns)).matches("\\[=+ +]  50 %  95 s left  .*0\\.50");
    }

    @Test
    void aNarrowTerminalShowsTheNumbersAlone() {
        assertThat(new BarLine(0.5, "95 s left", BRIEF).text(40)).isEqualTo(" 50 %  95 s left  J(D) 1.230 (1.386)");
    }

    @Test
    void theTerminalDoesNotWrapWhileTheLineIsDrawn() {
        String drawn = new BarLine(1, "", "").drawn(80, Styles.PLAIN);

        assertThat(drawn).startsWith("\r\u001b[?7l[====").endsWith("\u001b[K\u001b[?7h").doesNotContain("\u001b[32m");
        assertThat(new BarLine(1, "", "").drawn(80, new Styles(true))).contains("\u001b[32m[===");
    }

    @Test
    void charactersTakeTheCellsOfTheirKind() {
        assertThat(Cells.of("aé½")).isEqualTo(3);
        assertThat(Cells.of("e\u0301")).isEqualTo(1);
        assertThat(Cells.of("数字한글ｆ")).isEqualTo(10);
        assertThat(Cells.of("\ud83d\ude00")).isEqualTo(2);
        assertThat(Cells.of("ᄀ\u1160힣")).isEqualTo(5);
        assertThat(Cells.first("a数b", 2)).isEqualTo("a");
        assertThat(Cells.first("a数b", 3)).isEqualTo("a数");
        assertThat(Cells.first("ab", 9)).isEqualTo("ab");
    }
}
