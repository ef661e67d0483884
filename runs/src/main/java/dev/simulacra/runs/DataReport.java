package dev.simulacra.runs;

import java.util.List;

/// The extent of a user's data and what of them is left out, to be said before a training begins.
///
/// @param extent   the number of rows and columns, and where they are from; empty where there is nothing to say
/// @param warnings sentences on what of the data is left out
public record DataReport(String extent, List<String> warnings) {
    public DataReport {
        warnings = List.copyOf(warnings);
    }

    /// The report on data that the experiment draws itself, or that everybody knows.
    public static DataReport none() {
        return new DataReport("", List.of());
    }
}
