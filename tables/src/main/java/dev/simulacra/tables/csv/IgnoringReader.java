package dev.simulacra.tables.csv;

import dev.simulacra.tables.Column;

/// A count of the cells of a column whose texts are not kept.
final class IgnoringReader implements ColumnReader {
    private int rows;

    @Override
    public void read(char[] text, int from, int to, long line) {
        rows++;
    }

    @Override
    public Column column() {
        return new Column.Unlearned(rows);
    }
}
