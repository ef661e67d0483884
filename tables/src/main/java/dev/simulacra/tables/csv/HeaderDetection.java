package dev.simulacra.tables.csv;

import static dev.simulacra.tables.schema.inference.TextKind.GAP;
import static dev.simulacra.tables.schema.inference.TextKind.VALUE;
import static dev.simulacra.tables.schema.inference.TextKind.WORD;

import dev.simulacra.tables.schema.inference.TextKind;
import java.util.List;
import java.util.stream.IntStream;

/// The choice whether the first record is a header.
///
/// It is one where it holds no number and no date, and not every cell of it occurs again below; where a word stands
/// above numbers or dates alone; where its first cell is empty above row numbers; and where all its numbers are whole,
/// differ, and lie outside the numbers below.
///
/// @param first the first record
/// @param rest  the records below
record HeaderDetection(List<String> first, List<List<String>> rest) {
    private static final int ENOUGH = 3;

    /// Whether the first record is a header.
    boolean isHeader() {
        List<TextKind> kinds = first.stream().map(TextKind::of).toList();
        if (kinds.stream().allMatch(kind -> kind == GAP)) {
            return false;
        }
        if (!kinds.contains(VALUE)) {
            return !occursBelow();
        }
        boolean isAboveValues = IntStream.range(0, first.size())
                .anyMatch(i -> kinds.get(i) == WORD && areValues(i, rest));
        return isAboveValues || first.getFirst().isEmpty() && areRowNumbers() || areNumbersOutside();
    }

    private boolean occursBelow() {
        return rest.size() >= ENOUGH && IntStream.range(0, first.size()).allMatch(
                i -> column(i, rest).contains(first.get(i)));
    }

    private List<String> column(int i, List<List<String>> records) {
        return records.stream().filter(cells -> i < cells.size()).map(cells -> cells.get(i)).toList();
    }

    /// Whether column `i` of `records` holds numbers and dates alone, and at least one.
    private boolean areValues(int i, List<List<String>> records) {
        boolean hasValue = false;
        for (String cell : column(i, records)) {
            TextKind kind = TextKind.of(cell);
            if (kind == WORD) {
                return false;
            }
            hasValue |= kind == VALUE;
        }
        return hasValue;
    }

    private boolean areRowNumbers() {
        List<String> cells = column(0, rest);
        return IntStream.range(0, cells.size()).allMatch(i -> cells.get(i).equals(String.valueOf(i)))
                || IntStream.range(0, cells.size()).allMatch(i -> cells.get(i).equals(String.valueOf(i + 1)));
    }

    /// Whether the numbers of the first record are whole, differ, and lie outside those below them.
    boolean areNumbersOutside() {
        List<Integer> numbers = IntStream.range(0, first.size())
                .filter(i -> TextKind.of(first.get(i)) == VALUE).boxed().toList();
        boolean areWhole = numbers.stream().allMatch(i -> first.get(i).matches("0|[1-9][0-9]{0,8}"));
        return areWhole && rest.size() >= ENOUGH
                && numbers.stream().map(first::get).distinct().count() == numbers.size()
                && numbers.stream().allMatch(i -> isOutside(Double.parseDouble(first.get(i)), column(i, rest)));
    }

    private static boolean isOutside(double number, List<String> cells) {
        List<Double> below = cells.stream().filter(cell -> cell.matches("[-+]?[0-9]*[.,]?[0-9]+([eE][-+]?[0-9]+)?"))
                .map(cell -> Double.parseDouble(cell.replace(',', '.'))).toList();
        return !below.isEmpty()
                && (below.stream().allMatch(x -> x < number) || below.stream().allMatch(x -> x > number));
    }

    /// Whether the first record below the header holds units: it has words and gaps alone, and each word stands above
    /// numbers or dates alone.
    boolean hasUnits() {
        if (rest.size() <= ENOUGH) {
            return false;
        }
        List<String> units = rest.getFirst();
        List<List<String>> below = rest.subList(1, rest.size());
        return units.stream().map(TextKind::of).noneMatch(kind -> kind == VALUE)
                && units.stream().map(TextKind::of).anyMatch(kind -> kind == WORD)
                && IntStream.range(0, units.size()).filter(i -> TextKind.of(units.get(i)) == WORD)
                        .allMatch(i -> areValues(i, below));
    }
}
