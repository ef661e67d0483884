package dev.simulacra.cli;

import dev.simulacra.experiments.Evaluation;
import dev.simulacra.experiments.Measurement;
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
                    measurement.meaning()));
        }
        int names = width(rows, 0);
        int values = width(rows, 1);
        int yardsticks = width(rows, 2);
        for (List<String> row : rows) {
            String line = row.get(0) + " ".repeat(names - row.get(0).length())
                    + right(row.get(1), values + 2) + right(row.get(2), yardsticks + 2) + "  " + row.get(3);
            out.println(line.stripTrailing());
        }
        if (!evaluation.remarks().isEmpty()) {
            out.println();
        }
        evaluation.remarks().forEach(out::println);
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

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
