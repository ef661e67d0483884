package dev.simulacra.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The rows of a run: shown as they come, and written as JSON in the end.
final class BenchmarkReport {
    private static final String FORMAT = "%-34s %3s %12s   %-20s %3s %12s %8s  %-15s %s";

    private final PrintStream out;
    private final List<Row> rows = new ArrayList<>();

    BenchmarkReport(PrintStream out) {
        this.out = out;
    }

    /// Begins a table.
    void title(String title) {
        out.println();
        out.println(title);
        out.println(String.format(
                        Locale.ROOT, FORMAT, "", "thr", "µs", "peer", "thr", "µs", "ratio", "quartiles", "wanted")
                .stripTrailing());
    }

    /// Writes a line between the rows.
    void remark(String words) {
        out.println("  " + words);
    }

    /// Takes in a row, and shows it.
    void add(Row row) {
        rows.add(row);
        out.println(line(row));
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    static String line(Row row) {
        String wanted = Double.isInfinite(row.wanted())
                ? ""
                : String.format(Locale.ROOT, "≤ %.3f %s", row.wanted(), row.isMet() ? "met" : "missed");
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                FORMAT,
                row.work(),
                row.threads(),
                time(row.microseconds()),
                row.peer(),
                row.peerThreads(),
                time(row.peerMicroseconds()),
                String.format(Locale.ROOT, "%.3f", row.ratio()),
                String.format(Locale.ROOT, "%.3f – %.3f", row.low(), row.high()),
                wanted));
        new TreeMap<>(row.more()).forEach(
                (name, value) -> line.append("  ").append(name).append(' ').append(number(value)));
        return line.toString().stripTrailing();
    }

    private static String time(double microseconds) {
        return String.format(Locale.ROOT, microseconds < 100 ? "%,.2f" : "%,.0f", microseconds);
    }

    private static String number(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return String.format(Locale.ROOT, isWhole ? "%,.0f" : "%.3g", value);
    }

    /// Writes all rows to `file`.
    void write(Path file) throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        Files.writeString(file, mapper.writeValueAsString(rows.stream().map(BenchmarkReport::fields).toList()) + "\n");
    }

    private static Map<String, Object> fields(Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("work", row.work());
        fields.put("threads", row.threads());
        fields.put("microseconds", row.microseconds());
        fields.put("peer", row.peer());
        fields.put("peerThreads", row.peerThreads());
        fields.put("peerMicroseconds", row.peerMicroseconds());
        fields.put("ratio", row.ratio());
        fields.put("low", row.low());
        fields.put("high", row.high());
        fields.put("rounds", row.rounds());
        if (!Double.isInfinite(row.wanted())) {
            fields.put("wanted", row.wanted());
            fields.put("met", row.isMet());
        }
        fields.putAll(new TreeMap<>(row.more()));
        return fields;
    }
}
