package dev.simulacra.tables.schema;

import java.util.List;

/// The columns of a table, in order.
///
/// Names may be equal: a column is addressed by its position.
public record Schema(List<ColumnSchema> columns) {
    /// @throws IllegalArgumentException where there is no column
    public Schema {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("schema: there are no columns; at least one is required");
        }
    }

    /// The number of columns.
    public int size() {
        return columns.size();
    }

    /// The names of the columns, in order.
    public List<String> names() {
        return columns.stream().map(ColumnSchema::name).toList();
    }
}
