package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.ColumnKind;
import java.util.List;

/// A kind inferred for a column.
///
/// @param kind           the kind
/// @param reason         why; empty where it is plain
/// @param isAmongNumbers whether the texts that are missing among numbers are missing
/// @param words          texts that could stand for missing and are words here
record Inferred(ColumnKind kind, String reason, boolean isAmongNumbers, List<String> words) {
    static Inferred ordered(ColumnKind kind, String reason) {
        return new Inferred(kind, reason, true, List.of());
    }

    static Inferred worded(ColumnKind kind, String reason) {
        return new Inferred(kind, reason, false, List.of());
    }
}
