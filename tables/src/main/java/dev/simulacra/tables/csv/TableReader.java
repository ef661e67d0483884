package dev.simulacra.tables.csv;

import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.Schema;
import java.util.List;

/// A reading of rows into columns under a schema.
record TableReader(Schema schema, List<ColumnReader> columns) {
    TableReader(Schema schema) {
        this(schema, schema.columns().stream().map(ColumnReader::of).toList());
    }

    /// Reads a row.
    ///
    /// @throws IllegalArgumentException where a cell does not fit the schema; the message names line and column
    void read(RecordReader record) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).read(record.text(), record.from(i), record.to(i), record.line());
        }
    }

    /// The rows read.
    Table table() {
        return new Table(schema, columns.stream().map(ColumnReader::column).toList());
    }
}
