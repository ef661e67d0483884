package dev.simulacra.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StylesTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

    @Test
    void aTerminalShowsColoursAndNothingElseDoes() {
        assertThat(Styles.of(true, XTERM).red("a")).isEqualTo("\u001b[1;31ma\u001b[0m");
        assertThat(Styles.of(false, XTERM).red("a")).isEqualTo("a");
    }

    @Test
    void noColorWithAnyContentForbidsColours() {
        assertThat(Styles.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1")).areShown()).isFalse();
        assertThat(Styles.of(true, Map.of("TERM", "xterm", "NO_COLOR", "0")).areShown()).isFalse();
        assertThat(Styles.of(true, Map.of("TERM", "xterm", "NO_COLOR", "")).areShown()).isTrue();
    }

    @Test
    void aDumbTerminalHasNone() {
        assertThat(Styles.of(true, Map.of("TERM", "dumb")).areShown()).isFalse();
        assertThat(Styles.of(true, Map.of()).areShown()).isFalse();
    }
}
