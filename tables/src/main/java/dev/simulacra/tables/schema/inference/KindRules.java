package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.inference.KnownPattern.DayOrder;
import java.util.List;
import java.util.Locale;

/// The rules by which the cells of a column tell its kind, in the order in which they are tried.
///
/// 1. No cell has a value: a constant. 2. All cells are equal: a constant. 3. Two words that mean no and yes: a truth
/// value. 4. One pattern reads every cell: a date, a time or a timestamp. 5. Every cell is a number: [NumberRules].
/// 6. Otherwise words: [WordRules].
///
/// @param name  the name of the column
/// @param cells its cells
/// @param mark  its decimal mark, should it hold numbers
/// @param order the order of day and month where its cells leave it open
record KindRules(String name, ColumnEvidence cells, MarkEvidence mark, DayOrder order) {
    private static final List<List<String>> TRUTHS = List.of(List.of("false", "true"), List.of("no", "yes"),
            List.of("f", "t"), List.of("n", "y"), List.of("0", "1"), List.of("0.0", "1.0"), List.of("off", "on"));

    /// The kind of the column.
    ///
    /// @throws IllegalArgumentException where a number is too large for a double, or nearly all cells are numbers and
    ///     one is none
    Inferred infer() {
        if (cells.present() == 0) {
            return Inferred.ordered(new ColumnKind.Constant(cells.missingTexts(true).stream().findFirst().orElse("")),
                    "empty: every cell is missing");
        }
        if (isConstant()) {
            return Inferred.worded(new ColumnKind.Constant(cells.words().getFirst()), "all cells are equal");
        }
        List<Inferred> truth = truth();
        if (!truth.isEmpty()) {
            return truth.getFirst();
        }
        if (cells.moments().isAlive()) {
            return moment();
        }
        boolean isNumber = cells.otherCells() == 0 && cells.numbers().isAlive() && mark.isAlive();
        return isNumber ? new NumberRules(name, cells, mark).infer() : new WordRules(name, cells).infer();
    }

    private boolean isConstant() {
        return cells.hasAllWords() && cells.words().size() == 1 && cells.missingCells(true) == 0;
    }

    private List<Inferred> truth() {
        List<String> words = cells.words();
        if (words.size() != 2) {
            return List.of();
        }
        List<String> lower = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        for (List<String> pair : TRUTHS) {
            if (lower.containsAll(pair)) {
                int no = lower.indexOf(pair.getFirst());
                return List.of(Inferred.ordered(new ColumnKind.Truth(words.get(no), words.get(1 - no)), ""));
            }
        }
        return List.of();
    }

    private Inferred moment() {
        ColumnKind.Ordered kind = cells.moments().kind(order);
        String reason = cells.moments().isAmbiguous()
                ? "days and months could be exchanged: no day is above 12; a pattern in a schema overrules this" : "";
        if (cells.moments().hasSeveralOffsets()) {
            reason = "the offsets from UTC differ; all moments come back in UTC";
        }
        if (kind instanceof ColumnKind.Timestamp(String pattern, String _) && pattern.contains("SSSSSSS")) {
            reason = "a moment keeps six digits of the fraction of a second; the others come back as 0";
        }
        return Inferred.ordered(kind, reason);
    }
}
