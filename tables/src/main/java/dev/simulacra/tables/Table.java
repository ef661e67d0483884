package dev.simulacra.tables;

import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.Schema;
import java.util.List;

/// A table in memory: columns of one length, under a schema.
///
/// @param schema  the columns' names and kinds
/// @param columns the columns' cells, in the order of the schema
public record Table(Schema schema, List<Column> columns) {
    /// @throws IllegalArgumentException where there is not one column of cells for each column of the schema, their
    ///     lengths differ, or a column's cells do not suit its kind
    public Table {
        columns = List.copyOf(columns);
        if (columns.size() != schema.size()) {
            throw new IllegalArgumentException("table: the schema has " + schema.size() + " columns, and there are"
                    + " cells of " + columns.size() + "; the numbers must be equal");
        }
        for (int i = 0; i < columns.size(); i++) {
            requireSuits(schema, i, columns.get(i), columns.getFirst().rows());
        }
    }

    private static void requireSuits(Schema schema, int i, Column column, int rows) {
        String name = schema.columns().get(i).name();
        if (column.rows() != rows) {
            throw new IllegalArgumentException("table: column " + name + " has " + column.rows() + " cells, the first"
                    + " column " + rows + "; the numbers must be equal");
        }
        boolean suits = switch (schema.columns().get(i).kind()) {
            case ColumnKind.Ordered _ -> column instanceof Column.Numbers;
            case ColumnKind.Worded _ -> column instanceof Column.Words;
            case ColumnKind.Unlearned _ -> column instanceof Column.Unlearned;
        };
        if (!suits) {
            throw new IllegalArgumentException("table: the cells of column " + name + " do not suit its kind "
                    + schema.columns().get(i).kind());
        }
    }

    /// The number of rows.
    public int rows() {
        return columns.getFirst().rows();
    }
}
