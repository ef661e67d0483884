package dev.simulacra.tables.csv;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.KeyPattern;
import dev.simulacra.tables.schema.ValueFormat;
import java.util.List;

/// The writing of the cells of one column of a table.
interface CellWriter {
    /// Appends the cell of `row`, which is row `index` of all that are written, to `out`.
    void write(int row, long index, StringBuilder out);

    /// The writing of `column`.
    static CellWriter of(ColumnSchema schema, Column column, CellText text, long seed) {
        String missing = text.withQuoted(false).of(schema.missing().isEmpty() ? "" : schema.missing().getFirst());
        return switch (column) {
            case Column.Numbers(double[] values) -> numbers(schema, values, missing, text);
            case Column.Words(List<String> words, int[] codes) -> words(words, codes, missing, text);
            case Column.Unlearned _ -> unlearned(schema, missing, text, seed);
        };
    }

    private static CellWriter numbers(ColumnSchema schema, double[] values, String missing, CellText text) {
        ValueFormat format = ValueFormat.of((ColumnKind.Ordered) schema.kind());
        return (row, index, out) -> {
            double value = values[row];
            if (Double.isNaN(value)) {
                out.append(missing);
            } else if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("write: column " + schema.name() + " is infinite in row " + index
                        + "; a finite number is required");
            } else {
                int start = out.length();
                format.write(value, out);
                text.quote(out, start);
            }
        };
    }

    private static CellWriter words(List<String> words, int[] codes, String missing, CellText text) {
        String[] cells = words.stream().map(text::of).toArray(String[]::new);
        return (row, _, out) -> out.append(codes[row] < 0 ? missing : cells[codes[row]]);
    }

    private static CellWriter unlearned(ColumnSchema schema, String missing, CellText text, long seed) {
        return switch ((ColumnKind.Unlearned) schema.kind()) {
            case ColumnKind.Key(String pattern, long first) when pattern.isEmpty() ->
                    (_, index, out) -> out.append(text.of(Long.toString(first + index)));
            case ColumnKind.Key(String pattern, long _) -> keys(schema.name(), KeyPattern.of(pattern), text, seed);
            case ColumnKind.Text _ -> (_, _, out) -> out.append(missing);
            case ColumnKind.Constant(String value) -> {
                String cell = text.of(value);
                yield (_, _, out) -> out.append(cell);
            }
        };
    }

    private static CellWriter keys(String name, KeyPattern pattern, CellText text, long seed) {
        long capacity = pattern.capacity();
        return (_, index, out) -> {
            if (index >= capacity) {
                throw new IllegalArgumentException("write: column " + name + ": its pattern has " + capacity
                        + " different keys; at most as many rows, or a longer pattern in the schema, are required");
            }
            out.append(text.of(pattern.key(index, seed)));
        };
    }
}
