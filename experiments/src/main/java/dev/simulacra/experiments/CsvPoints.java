package dev.simulacra.experiments;

import java.util.List;
import java.util.stream.IntStream;

/// A table of numbers: a point a row, `(rows, columns)`, row-major.
///
/// @param header the names of the columns
/// @param ignored the names of the columns of the file that hold text and were left out
@SuppressWarnings("ArrayRecordComponent") // data are large, and are handed over rather than copied
public record CsvPoints(List<String> header, int rows, int columns, float[] values, List<String> ignored) {
    public CsvPoints {
        header = List.copyOf(header);
        ignored = List.copyOf(ignored);
        if (header.size() != columns || values.length != (long) rows * columns) {
            throw new IllegalArgumentException("points: " + header.size() + " names and " + values.length
                    + " values do not make " + rows + " rows of " + columns + " columns");
        }
    }

    /// The names of the columns whose every value is the same: their standard deviation is 0, and nobody can
    /// standardize by it.
    public List<String> constantColumns() {
        return IntStream.range(0, columns).filter(this::isConstant).mapToObj(header::get).toList();
    }

    private boolean isConstant(int column) {
        return IntStream.range(1, rows).allMatch(row -> values[row * columns + column] == values[column]);
    }
}
