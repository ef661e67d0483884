package dev.simulacra.tables.csv;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.ValueFormat;
import dev.simulacra.tables.schema.WordIndex;
import java.util.Arrays;

/// A reading of numbers, dates or times.
final class NumbersReader implements ColumnReader {
    private final ColumnSchema schema;
    private final ValueFormat format;
    private final WordIndex missing;
    /// Whether some text for a missing value is also a value, as −999 is.
    private final boolean isMissingFirst;
    private double[] values = new double[1024];
    private int rows;

    NumbersReader(ColumnSchema schema, ColumnKind.Ordered kind) {
        this.schema = schema;
        this.format = ValueFormat.of(kind);
        this.missing = WordIndex.of(schema.missing());
        this.isMissingFirst = schema.missing().stream().anyMatch(text -> !Double.isNaN(format.parse(text)));
    }

    @Override
    public void read(char[] text, int from, int to, long line) {
        double value = isMissingFirst && missing.find(text, from, to) >= 0 ? Double.NaN : format.parse(text, from, to);
        if (!Double.isFinite(value)) {
            requireMissing(text, from, to, line, value);
            value = Double.NaN;
        }
        if (rows == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(2L * rows, Integer.MAX_VALUE - 8));
        }
        values[rows++] = value;
    }

    private void requireMissing(char[] text, int from, int to, long line, double value) {
        if (Double.isInfinite(value)) {
            throw ColumnReader.problem(schema, text, from, to, line, "a number with a size below 1.8e308");
        }
        if (missing.find(text, from, to) < 0) {
            throw ColumnReader.problem(schema, text, from, to, line, "a text like " + format.text(example()));
        }
    }

    private double example() {
        return switch (schema.kind()) {
            case ColumnKind.Date _ -> 20_000;
            case ColumnKind.Timestamp _ -> 1_700_000_000.25;
            case ColumnKind.Time _ -> 34_567.25;
            case ColumnKind _ -> 1234.5;
        };
    }

    @Override
    public Column column() {
        return new Column.Numbers(Arrays.copyOf(values, rows));
    }
}
