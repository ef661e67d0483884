package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.WordIndex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The texts that may stand for a missing value.
///
/// @param index   the texts, numbered: those that a user named, then those that stand for it everywhere, then those
///     that stand for it among numbers, dates and truth values only
/// @param certain how many come before the last group
record MissingTexts(WordIndex index, int certain) {
    private static final List<String> EVERYWHERE = List.of("", "NA", "N/A", "n/a", "<NA>", "#N/A", "#NA", "#N/A N/A",
            "NaN", "nan", "NAN", "-nan", "-NaN", "null", "NULL", "Null", "(null)", "\\N", "?", "#DIV/0!", "#VALUE!",
            "#REF!", "#NAME?", "#NUM!", "#NULL!", "1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN", "0000-00-00",
            "0000-00-00 00:00:00", "NaT");

    private static final List<String> AMONG_NUMBERS = List.of("None", "none", "NONE", "-", "--", "---", ".", "..", "na",
            "n.a.", "N.A.", "k.A.", "\u2013", "\u2014", "??", "missing", "Missing");

    /// The usual texts and those of `named`.
    static MissingTexts with(List<String> named) {
        Set<String> certain = new LinkedHashSet<>(named);
        certain.addAll(EVERYWHERE);
        Set<String> all = new LinkedHashSet<>(certain);
        all.addAll(AMONG_NUMBERS);
        return new MissingTexts(WordIndex.of(new ArrayList<>(all)), certain.size());
    }

    /// Whether text `i` stands for a missing value in columns of words, too.
    boolean isCertain(int i) {
        return i < certain;
    }
}
