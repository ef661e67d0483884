package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.NumberFormat;
import dev.simulacra.tables.schema.ValueFormat;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/// The rules for a column whose cells are all numbers, in the order in which they are tried.
///
/// 1. Whole numbers with zeros in front or more than 15 digits are codes: keys where all differ, else categories.
/// 2. One value in several writings is a constant. 3. Whole numbers that all differ are keys where they are consecutive
/// or the column's name says so. 4. At most ten whole numbers from 0 to 99, each in at least 20 rows on average, are a
/// category. 5. Whole numbers. 6. Without exponents, and with at most 6 decimal places or with the same number of
/// places everywhere: decimal numbers. 7. Real numbers.
///
/// @param name  the name of the column
/// @param cells its cells
/// @param mark  its decimal mark
record NumberRules(String name, ColumnEvidence cells, MarkEvidence mark) {
    /// From so many rows on, values that all differ can be told from values that differ by chance.
    static final int ENOUGH_ROWS = 21;

    private static final int MOST_CLASSES = 10;
    private static final int GREATEST_CLASS = 99;
    private static final int ROWS_PER_CLASS = 20;
    private static final int MOST_PLACES = 6;

    Inferred infer() {
        NumberEvidence numbers = cells.numbers();
        if (numbers.hasTooLarge() && !numbers.isCode(mark)) {
            throw new IllegalArgumentException(numbers.tooLarge(name));
        }
        if (numbers.isCode(mark)) {
            return code();
        }
        if (isOneValue()) {
            return Inferred.worded(new ColumnKind.Constant(mostFrequent()), "all cells are equal as numbers, and are"
                    + " written as " + String.join(" and ", cells.words()));
        }
        return numbers.isWhole(mark) ? whole() : fraction();
    }

    private Inferred code() {
        String reason = cells.numbers().hasLeadingZero() ? "digits with zeros in front are codes and no quantities"
                : "a number of " + cells.numbers().digits() + " digits would lose some of them; it is a code";
        if (cells.isDistinct() && cells.present() >= ENOUGH_ROWS) {
            return key(reason + ", and all differ");
        }
        return cells.hasAllWords()
                ? Inferred.ordered(new ColumnKind.Category(cells.words()), reason)
                : Inferred.ordered(new ColumnKind.Text("there are " + cells.distinct() + " different codes"), reason);
    }

    private Inferred key(String reason) {
        double least = cells.numbers().least();
        String pattern = cells.keys().pattern();
        boolean isNumbered = isConsecutive() || pattern.isEmpty() && Math.abs(least) < 1e15;
        ColumnKind kind = isNumbered ? new ColumnKind.Key("", (long) least)
                : new ColumnKind.Key(pattern.isEmpty() ? "#" + "9".repeat(cells.numbers().digits() - 1) : pattern, 0);
        long missing = cells.missingCells(true);
        return Inferred.ordered(kind, reason + "; keys are made up"
                + (missing > 0 ? ", also for the " + Texts.count(missing) + " missing cells" : ""));
    }

    private boolean isConsecutive() {
        NumberEvidence numbers = cells.numbers();
        return cells.isDistinct() && numbers.most() - numbers.least() == cells.present() - 1;
    }

    private boolean isOneValue() {
        List<String> words = cells.words();
        if (words.isEmpty() || words.size() > 4 || cells.missingCells(true) > 0) {
            return false;
        }
        ValueFormat format = ValueFormat.of(new ColumnKind.Real(cells.numbers().format(mark)));
        return words.stream().mapToDouble(format::parse).distinct().count() == 1;
    }

    private String mostFrequent() {
        List<Long> counts = cells.counts();
        int most = IntStream.range(0, counts.size()).reduce((i, j) -> counts.get(j) > counts.get(i) ? j : i).orElse(0);
        return cells.words().get(most);
    }

    private Inferred whole() {
        boolean isNamed = name.matches("(?i)(.*[ _.-])?(id|uuid|guid|key|index)|.*[a-z]I[dD]");
        boolean isPlain = isPlain();
        if (isPlain && isConsecutive() && (name.isEmpty() || isNamed || cells.present() >= ENOUGH_ROWS)) {
            return key(name.isEmpty() ? "row numbers without a name, as a data frame writes them"
                    : "consecutive whole numbers count the rows");
        }
        if (isPlain && isNamed && cells.isDistinct() && cells.present() >= ENOUGH_ROWS) {
            return key("all differ, and the name says that they are keys");
        }
        int classes = cells.words().size();
        boolean isSmall = cells.numbers().least() >= 0 && cells.numbers().most() <= GREATEST_CLASS;
        boolean isOften = cells.present() >= (long) ROWS_PER_CLASS * classes;
        if (isPlain && isSmall && isOften && classes > 0 && classes <= MOST_CLASSES) {
            return Inferred.ordered(new ColumnKind.Category(cells.words()), "only " + classes + " different whole"
                    + " numbers in " + Texts.count(cells.present()) + " cells: classes rather than quantities; kind"
                    + " whole in a schema overrules this");
        }
        return Inferred.ordered(new ColumnKind.Whole(format()), changes());
    }

    /// Whether the numbers are digits and a minus sign alone.
    private boolean isPlain() {
        return format().equals(NumberFormat.PLAIN) && !cells.numbers().hasPlus() && !cells.numbers().hasExponent();
    }

    private Inferred fraction() {
        NumberEvidence numbers = cells.numbers();
        boolean isFixed = mark.least() == mark.most() && mark.most() <= NumberEvidence.MOST_DIGITS;
        boolean isDecimal = !numbers.hasExponent() && numbers.significantDigits() <= NumberEvidence.MOST_DIGITS
                && (isFixed || mark.most() <= MOST_PLACES);
        if (isDecimal) {
            return Inferred.ordered(new ColumnKind.Decimal(format(), mark.most(), mark.least()), changes());
        }
        int digits = Math.min(17, numbers.significantDigits());
        return Inferred.ordered(new ColumnKind.Real(format(), digits, Math.min(1, mark.least())), changes());
    }

    private NumberFormat format() {
        return cells.numbers().format(mark);
    }

    /// What about the writing of the numbers does not come back.
    private String changes() {
        StringJoiner changes = new StringJoiner("; ");
        NumberEvidence numbers = cells.numbers();
        if (mark.isMixed()) {
            changes.add("thousands are separated in some cells alone; they come back separated in all");
        }
        if (numbers.hasPlus()) {
            changes.add("a plus sign does not come back");
        }
        if (numbers.hasExponent() && !numbers.hasRealExponent() && numbers.isWhole(mark)) {
            changes.add("some numbers have an exponent; all come back without");
        }
        if (numbers.significantDigits() > 17) {
            changes.add(String.format(Locale.ROOT, "numbers have up to %d digits; 17 of them come back",
                    numbers.significantDigits()));
        }
        return changes.toString();
    }
}
