package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.Schema;
import java.util.List;

/// A schema inferred from the cells of a table.
///
/// @param schema the schema
/// @param counts the counts of each column
/// @param notes  what was guessed about the table as a whole, a sentence each
public record InferredTable(Schema schema, List<ColumnCounts> counts, List<String> notes) {
    public InferredTable {
        counts = List.copyOf(counts);
        notes = List.copyOf(notes);
    }

    /// The counts of a column.
    ///
    /// @param distinct the number of different texts that are not missing, as `1,807` or `over 65,536`
    /// @param missing  the number of missing cells
    public record ColumnCounts(String distinct, long missing) {}
}
