package dev.simulacra.experiments.table;

import java.util.List;

/// A table of numbers: a point a row, `(rows, columns)`, row-major.
///
/// @param header the names of the columns
/// @param ignored the names of the columns of the file that hold text and were left out
/// @param fingerprint the SHA-256 of the bytes that they were read from, in hexadecimal
@SuppressWarnings("ArrayRecordComponent") // data are large, and are handed over rather than copied
public record CsvPoints(List<String> header, int rows, int columns, double[] values, List<String> ignored,
        String fingerprint) {
    public CsvPoints {
        header = List.copyOf(header);
        ignored = List.copyOf(ignored);
        if (header.size() != columns || values.length != (long) rows * columns) {
            throw new IllegalArgumentException("points: " + header.size() + " names and " + values.length
                    + " values do not make " + rows + " rows of " + columns + " columns");
        }
    }
}
