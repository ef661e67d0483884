package dev.simulacra.tables.schema.inference;

import java.util.Locale;

/// Texts in sentences.
final class Texts {
    private static final int MOST = 40;

    private Texts() {}

    /// `text` between backquotes, with at most 40 characters of it.
    static String quoted(String text) {
        return "`" + (text.length() <= MOST ? text : text.substring(0, MOST) + "…") + "`";
    }

    /// A name of a column; its position, from 0, where it has none.
    static String column(String name, int position) {
        return name.isEmpty() ? "number " + (position + 1) + " (without a name)" : name;
    }

    /// A count with its thousands separated.
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
