package dev.simulacra.tables.csv;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.PlainNumber;
import dev.simulacra.tables.schema.WordIndex;
import dev.simulacra.tables.schema.inference.TextKind;
import java.util.List;

/// A reading of cells that are all equal: as texts, as numbers, or by being missing.
final class ConstantReader implements ColumnReader {
    private final ColumnSchema schema;
    private final String value;
    private final WordIndex values;
    private int rows;

    ConstantReader(ColumnSchema schema, String value) {
        this.schema = schema;
        this.value = value;
        this.values = WordIndex.of(List.of(value));
    }

    @Override
    public void read(char[] text, int from, int to, long line) {
        if (values.find(text, from, to) < 0 && !isEqual(new String(text, from, to - from))) {
            throw ColumnReader.problem(schema, text, from, to, line, "the constant `" + value + "`");
        }
        rows++;
    }

    private boolean isEqual(String cell) {
        boolean isGap = TextKind.of(value) == TextKind.GAP && TextKind.of(cell) == TextKind.GAP;
        return isGap || PlainNumber.parse(cell.toCharArray(), 0, cell.length())
                == PlainNumber.parse(value.toCharArray(), 0, value.length());
    }

    @Override
    public Column column() {
        return new Column.Unlearned(rows);
    }
}
