package dev.simulacra.tables.csv;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.ValueFormat;
import dev.simulacra.tables.schema.inference.InferredTable;
import dev.simulacra.tables.schema.inference.InferredTable.ColumnCounts;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Summaries of the columns of a table.
final class Summaries {
    private static final int EXAMPLES = 4;

    private Summaries() {}

    static List<ColumnSummary> of(InferredTable inferred, Table table) {
        return IntStream.range(0, table.columns().size()).mapToObj(i -> summary(inferred.schema().columns().get(i),
                inferred.counts().get(i), table.columns().get(i))).toList();
    }

    private static ColumnSummary summary(ColumnSchema schema, ColumnCounts counts, Column column) {
        String missing = counts.missing() == 0 ? "" : String.format(Locale.ROOT, "%,d (%.1f %%)", counts.missing(),
                100.0 * counts.missing() / column.rows());
        return new ColumnSummary(schema.name(), kind(schema.kind()), counts.distinct(), missing, values(schema, column),
                schema.reason());
    }

    private static String kind(ColumnKind kind) {
        return switch (kind) {
            case ColumnKind.Real _ -> "real";
            case ColumnKind.Whole _ -> "whole";
            case ColumnKind.Decimal decimal -> "decimal, " + decimal.places()
                    + (decimal.places() == 1 ? " place" : " places");
            case ColumnKind.Date(String pattern) -> "date " + pattern;
            case ColumnKind.Time(String pattern) -> "time " + pattern;
            case ColumnKind.Timestamp(String pattern, String _) -> "timestamp " + pattern;
            case ColumnKind.Category _ -> "category";
            case ColumnKind.Truth _ -> "truth value";
            case ColumnKind.Key(String pattern, long _) -> pattern.isEmpty() ? "key" : "key " + pattern;
            case ColumnKind.Text _ -> "text";
            case ColumnKind.Constant _ -> "constant";
        };
    }

    private static String values(ColumnSchema schema, Column column) {
        return switch (schema.kind()) {
            case ColumnKind.Ordered kind -> range(ValueFormat.of(kind), ((Column.Numbers) column).values());
            case ColumnKind.Category(List<String> words) -> examples(words);
            case ColumnKind.Truth(String no, String yes) -> examples(List.of(no, yes));
            case ColumnKind.Constant(String value) -> value;
            case ColumnKind.Key _, ColumnKind.Text _ -> "";
        };
    }

    private static String examples(List<String> words) {
        return String.join(", ", words.stream().limit(EXAMPLES).toList()) + (words.size() > EXAMPLES ? ", …" : "");
    }

    private static String range(ValueFormat format, double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = value < least ? value : least;
            most = value > most ? value : most;
        }
        return least > most ? "" : format.text(least) + " to " + format.text(most);
    }
}
