package dev.simulacra.cli.screen;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/// Bold and coloured text for one of the streams; plain text where it is no terminal or the user wants no colour.
///
/// @param areShown whether the stream shows colours
public record Styles(boolean areShown) {
    public static final Styles PLAIN = new Styles(false);

    /// The styles of a stream in this environment. `NO_COLOR` with any content forbids colour (<https://no-color.org>),
    /// and a terminal of the type `dumb` has none.
    static Styles of(boolean isTerminal, Map<String, String> environment) {
        return new Styles(isTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb(environment));
    }

    /// Whether the terminal supports neither cursor movement nor styles: its `TERM` is `dumb` or not set.
    static boolean isDumb(Map<String, String> environment) {
        return environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    public String bold(String text) {
        return styled("1", text);
    }

    public String red(String text) {
        return styled("1;31", text);
    }

    public String green(String text) {
        return styled("32", text);
    }

    public String yellow(String text) {
        return styled("33", text);
    }

    /// The choice of colour for help texts, as picocli takes it.
    public Ansi ansi() {
        return areShown ? Ansi.ON : Ansi.OFF;
    }

    private String styled(String code, String text) {
        return areShown && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
