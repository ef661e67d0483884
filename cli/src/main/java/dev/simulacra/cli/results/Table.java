package dev.simulacra.cli.results;

import dev.simulacra.cli.screen.Cells;
import dev.simulacra.cli.screen.ErrorMessage;
import dev.simulacra.cli.screen.Styles;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Results in columns: the name, the measured value, the yardstick, the direction that is better, and the yardstick's
/// meaning.
public final class Table {
    private Table() {}

    public static void show(Evaluation evaluation, Terminal screen) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "measured", "yardstick", "", ""));
        for (Measurement measurement : evaluation.measurements()) {
            rows.add(List.of(measurement.name(), number(measurement.value()), number(measurement.yardstick()),
                    Criterion.of(measurement).sign(), measurement.meaning()));
        }
        align(rows, screen.out());
        screen.out().println();
        evaluation.remarks().forEach(remark -> screen.out().println(ErrorMessage.oneLine(remark)));
        conclude(evaluation.measurements(), screen.out(), screen.styles());
    }

    /// Prints what the signs mean and, as the last line, the verdict on `measurements`.
    static void conclude(List<Measurement> measurements, PrintStream out, Styles styles) {
        out.println(Criterion.caption());
        Verdict verdict = Verdict.of(measurements);
        if (!verdict.compared().isEmpty()) {
            String sentence = verdict.sentence();
            out.println(verdict.isReached() ? styles.green(sentence) : styles.yellow(sentence));
        }
    }

    /// Prints `rows` of equally many cells: the first and the last column begin at the left, the others end at the
    /// right.
    public static void align(List<List<String>> rows, PrintStream out) {
        List<List<String>> cells = rows.stream()
                .map(row -> row.stream().map(ErrorMessage::oneLine).toList())
                .toList();
        int last = cells.getFirst().size() - 1;
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder(row.getFirst());
            line.repeat(' ', width(cells, 0) - Cells.of(row.getFirst()));
            for (int column = 1; column < last; column++) {
                line.append(right(row.get(column), width(cells, column) + 2));
            }
            out.println(line.append("  ").append(row.get(last)).toString().stripTrailing());
        }
    }

    /// Four decimals, or four significant digits where that would say little.
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        boolean plain = size == 0 || size >= 0.001 && size < 1e6;
        return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> Cells.of(row.get(column))).max().orElse(0);
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - Cells.of(text))) + text;
    }
}
