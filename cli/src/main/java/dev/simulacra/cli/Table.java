package dev.simulacra.cli;

import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Results in columns: what, measured, yardstick, and what the yardstick is.
final class Table {
    private Table() {}

    static void show(Evaluation evaluation, PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "measured", "yardstick", ""));
        for (Measurement measurement : evaluation.measurements()) {
            rows.add(List.of(measurement.name(), number(measurement.value()), number(measurement.yardstick()),
                    measurement.meaning() + "; " + measurement.direction().words()));
        }
        align(rows, out);
        if (!evaluation.remarks().isEmpty()) {
            out.println();
        }
        evaluation.remarks().forEach(out::println);
    }

    /// Prints `rows` of equally many cells: the first and the last column begin at the left, the others end at the
    /// right.
    static void align(List<List<String>> rows, PrintStream out) {
        int last = rows.getFirst().size() - 1;
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(row.getFirst());
            line.repeat(' ', width(rows, 0) - row.getFirst().length());
            for (int column = 1; column < last; column++) {
                line.append(right(row.get(column), width(rows, column) + 2));
            }
            out.println(line.append("  ").append(row.get(last)).toString().stripTrailing());
        }
    }

    /// Four decimals, or four significant digits where that would say little.
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        boolean plain = size == 0 || size >= 0.001 && size < 1e6;
        return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
