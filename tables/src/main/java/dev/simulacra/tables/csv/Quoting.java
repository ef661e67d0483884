package dev.simulacra.tables.csv;

import java.util.List;

/// The use of quotation marks where none are needed.
///
/// @param isHeaderQuoted whether the names of the columns stand in them
/// @param columns        the positions of the columns whose cells all stand in them, but for empty cells and `NA`
/// @param hasBareMarks   whether cells with a quotation mark inside, as `37" screen`, stand without them
public record Quoting(boolean isHeaderQuoted, List<Integer> columns, boolean hasBareMarks) {
    public Quoting {
        columns = List.copyOf(columns);
    }

    /// Quotation marks only where they are needed.
    public static Quoting minimal() {
        return new Quoting(false, List.of(), false);
    }
}
