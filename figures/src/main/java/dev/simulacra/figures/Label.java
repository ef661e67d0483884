package dev.simulacra.figures;

import java.util.Locale;

/// Text as it may stand in a figure: of bounded length and without characters that a reader cannot see.
///
/// Control and formatting characters, and what is no character, become escapes such as `\u0007`. A longer text ends
/// with an ellipsis.
final class Label {
    /// The most characters in a title, a name or an entry of a legend.
    static final int MOST = 80;

    /// The most characters in an alternative text.
    static final int MOST_OF_DESCRIPTION = 2000;

    private Label() {}

    static String of(String text) {
        return of(text, MOST);
    }

    static String of(String text, int most) {
        StringBuilder safe = new StringBuilder();
        int at = 0;
        while (at < text.length() && safe.length() <= most) {
            int character = text.codePointAt(at);
            safe.append(isVisible(character) ? Character.toString(character) : escaped(character));
            at += Character.charCount(character);
        }
        return safe.length() <= most && at == text.length() ? safe.toString() : cut(safe, most - 1) + "…";
    }

    /// The first `length` characters, less one where that would divide a pair of surrogates.
    private static String cut(CharSequence text, int length) {
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.subSequence(0, end).toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
                    Character.PRIVATE_USE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", character);
        };
    }
}
