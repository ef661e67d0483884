package dev.simulacra.tables.schema;

import java.util.List;

/// One column of a schema.
///
/// @param name    the name in the header
/// @param kind    what its cells mean and how they are written
/// @param missing the texts that stand for a missing value; the first is the one that is written. Empty where no cell
///     is missing
/// @param reason  why this kind was inferred, where that is not plain; empty otherwise
public record ColumnSchema(String name, ColumnKind kind, List<String> missing, String reason) {
    public ColumnSchema {
        missing = List.copyOf(missing);
    }

    /// A column without missing values.
    public static ColumnSchema of(String name, ColumnKind kind) {
        return new ColumnSchema(name, kind, List.of(), "");
    }
}
