package dev.simulacra.experiments.table;

import dev.simulacra.runs.DataReport;
import java.util.List;
import java.util.Locale;

/// The file that an experiment's data were read from.
///
/// @param fingerprint the SHA-256 of its content as it was read; empty where all data are drawn
/// @param report      what was read of it
public record DataSource(String fingerprint, DataReport report) {
    /// No file: the experiment draws its data.
    public static DataSource none() {
        return new DataSource("", DataReport.none());
    }

    /// The file that `points` were read from, which is called `name`.
    public static DataSource of(String name, CsvPoints points) {
        String extent = String.format(Locale.ROOT, "%s: %,d rows × %,d columns", name, points.rows(), points.columns());
        List<String> warnings = points.ignored().isEmpty() ? List.of()
                : List.of(name + ": left out, because they hold text: " + String.join(", ", points.ignored()));
        return new DataSource(points.fingerprint(), new DataReport(extent, warnings));
    }
}
