package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.KeyPattern;
import java.util.List;
import java.util.stream.Stream;

/// The rules for a column of words, in the order in which they are tried.
///
/// 1. Texts that all differ are keys where one pattern has them all, else text that is left out. 2. More than 65,536
/// different texts, or more than 20 and more than half as many as cells, are text that is left out. 3. Others are a
/// category. A column that would be left out and of which 90 % of the cells are fractions, or 98 % numbers, is refused:
/// a cell of it is wrong.
///
/// @param name  the name of the column
/// @param cells its cells
record WordRules(String name, ColumnEvidence cells) {
    private static final int FEW_WORDS = 20;

    Inferred infer() {
        long present = cells.present();
        int words = cells.words().size();
        if (cells.isDistinct() && present >= NumberRules.ENOUGH_ROWS) {
            requireNotNumbers();
            return distinct();
        }
        if (!cells.hasAllWords() || words > FEW_WORDS && words > present / 2) {
            requireNotNumbers();
            return left("there are " + cells.distinct() + " different texts in " + Texts.count(present) + " cells");
        }
        return category();
    }

    private Inferred distinct() {
        String pattern = cells.keys().pattern();
        long missing = cells.missingCells(false);
        if (!pattern.isEmpty() && KeyPattern.of(pattern).capacity() >= cells.present()) {
            return Inferred.worded(new ColumnKind.Key(pattern, 0), "all differ, and have one pattern; keys are made up"
                    + (missing > 0 ? ", also for the " + Texts.count(missing) + " missing cells" : ""));
        }
        return left("all " + Texts.count(cells.present()) + " texts differ, as names, addresses and remarks do");
    }

    private static Inferred left(String reason) {
        return Inferred.worded(new ColumnKind.Text(reason), "left out: " + reason);
    }

    private void requireNotNumbers() {
        long numbers = cells.present() - cells.otherCells();
        boolean isNearlyAll = numbers >= 0.98 * cells.present()
                || cells.numbers().isFractional() && numbers >= 0.9 * cells.present();
        if (!isNearlyAll) {
            return;
        }
        String counted = Texts.count(numbers) + " of " + Texts.count(cells.present()) + " cells are numbers";
        if (cells.firstOtherLine() == 0) {
            throw new IllegalArgumentException("column " + name + ": " + counted + ", and no decimal mark reads all of"
                    + " them; one decimal mark, or the kind text in a schema, is required");
        }
        throw new IllegalArgumentException("line " + cells.firstOtherLine() + ", column " + name + ": "
                + Texts.quoted(cells.firstOther()) + " is no number, and " + counted
                + "; correct it, name it as a missing value, or give the column the kind text in a schema");
    }

    private Inferred category() {
        List<String> doubtful = cells.doubtfulTexts();
        List<String> added = isNaAWord() ? Stream.concat(doubtful.stream(), Stream.of("NA")).toList() : doubtful;
        List<String> words = Stream.concat(cells.words().stream(), added.stream()).toList();
        return new Inferred(new ColumnKind.Category(words), reason(added), false, added);
    }

    /// Whether `NA` is a code of two letters like all others, as of Namibia.
    private boolean isNaAWord() {
        return cells.count("NA") > 0 && cells.words().size() >= 3
                && cells.words().stream().allMatch(word -> word.matches("[A-Z]{2}"));
    }

    private String reason(List<String> added) {
        long numbers = cells.present() - cells.otherCells();
        if (numbers >= 0.5 * cells.present() && cells.firstOtherLine() > 0) {
            return Texts.count(numbers) + " of " + Texts.count(cells.present()) + " cells are numbers, and "
                    + Texts.quoted(cells.firstOther()) + " in line " + cells.firstOtherLine()
                    + " is none; so all are words";
        }
        return added.isEmpty() ? ""
                : String.join(", ", added.stream().map(Texts::quoted).toList())
                        + (added.size() == 1 ? " is taken for a word" : " are taken for words") + ", not for missing";
    }
}
