package dev.simulacra.experiments.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// A column of a file while its rows come in: the numbers so far, how many cells were none, and the first of these.
///
/// A cell is a number, a gap (empty, or a word for "no value", or no finite number), or text.
final class PointsColumn {
    private static final Set<String> GAPS = Set.of("", "nan", "na", "n/a", "null", "inf", "infinity");

    private final String name;
    private double[] numbers = {};
    private int count;
    private int texts;
    private String problem = "";

    PointsColumn(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(String cell, long line, int row) {
        double number = number(cell);
        if (Double.isFinite(number)) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.clamp(2L * count, 1024, Integer.MAX_VALUE - 8));
            }
            numbers[count++] = number;
            return;
        }
        texts += isGap(cell, number) ? 0 : 1;
        if (problem.isEmpty()) {
            problem = "line " + line + " (row " + row + " of the data), column \"" + name + "\": "
                    + (cell.isBlank() ? "the cell is empty" : "\"" + cell + "\" is not a finite number");
        }
    }

    /// Whether this is a column of text: no number in it, or more text than numbers.
    boolean isText() {
        return count == 0 || texts > count;
    }

    /// The first cell that is not a number, where it stands and what it holds; empty where there is none.
    String problem() {
        return problem;
    }

    /// Copies the numbers to every `stride`-th element of `target`, from `offset` on.
    void copyTo(double[] target, int offset, int stride) {
        for (int row = 0; row < count; row++) {
            target[offset + row * stride] = numbers[row];
        }
    }

    static boolean isNumber(String cell) {
        return Double.isFinite(number(cell));
    }

    static boolean isGap(String cell) {
        return isGap(cell, number(cell));
    }

    private static boolean isGap(String cell, double number) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        String unsigned = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
        return Double.isInfinite(number) || GAPS.contains(unsigned);
    }

    /// The number in `cell`, infinite where no double is so large, NaN where there is none. Java's own parsing also
    /// takes `1f`, `0x1p3` and `NaN`.
    private static double number(String cell) {
        String digits = cell.strip();
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return Double.NaN;
            }
        }
        try {
            return digits.isEmpty() ? Double.NaN : Double.parseDouble(digits);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
