package dev.simulacra.tables.csv;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import java.util.List;

/// A reading of the cells of one column, in order.
interface ColumnReader {
    /// Reads the cell in the characters `from` (inclusive) to `to` (exclusive) of `text`.
    ///
    /// @throws IllegalArgumentException where the cell does not fit the schema; the message names `line` and the column
    void read(char[] text, int from, int to, long line);

    /// The cells read.
    Column column();

    /// The reading of a column of this schema.
    static ColumnReader of(ColumnSchema schema) {
        return switch (schema.kind()) {
            case ColumnKind.Ordered kind -> new NumbersReader(schema, kind);
            case ColumnKind.Category(List<String> words) -> new WordsReader(schema, words);
            case ColumnKind.Truth(String no, String yes) -> new WordsReader(schema, List.of(no, yes));
            case ColumnKind.Constant(String value) -> new ConstantReader(schema, value);
            case ColumnKind.Key _, ColumnKind.Text _ -> new IgnoringReader();
        };
    }

    /// The refusal of a cell.
    static IllegalArgumentException problem(ColumnSchema schema, char[] text, int from, int to, long line,
            String required) {
        String cell = new String(text, from, Math.min(to - from, 60));
        return new IllegalArgumentException("line " + line + ", column " + schema.name() + ": `" + cell
                + "` does not fit the schema; " + required + " is required"
                + (schema.missing().isEmpty() ? ""
                        : ", or for a missing value `" + String.join("`, `", schema.missing()) + "`"));
    }
}
