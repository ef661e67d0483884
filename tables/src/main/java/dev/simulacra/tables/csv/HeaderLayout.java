package dev.simulacra.tables.csv;

import dev.simulacra.tables.csv.CsvFormat.TrailingSeparator;
import dev.simulacra.tables.csv.ReadOptions.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The names of the columns of a file, and what its first records say about the lines.
///
/// @param hasHeader whether the first record is a header
/// @param names     the names: those of the header, or x1, x2, …
/// @param trailing  where a separator ends the lines
/// @param units     the cells of a line of units; empty where there is none
/// @param notes     sentences about what was guessed
record HeaderLayout(boolean hasHeader, List<String> names, TrailingSeparator trailing, List<String> units,
        List<String> notes) {
    /// The layout that `sample` shows.
    ///
    /// @param known the names of the columns where a schema gives them; empty otherwise
    static HeaderLayout of(Sample sample, ReadOptions options, List<String> known) {
        List<String> first = sample.records().getFirst();
        HeaderDetection detection = new HeaderDetection(first, sample.rest());
        boolean hasHeader = switch (options.header()) {
            case PRESENT -> true;
            case ABSENT -> false;
            case DETECTED -> first.equals(known) || detection.isHeader();
        };
        List<String> notes = new ArrayList<>();
        TrailingSeparator trailing = trailing(sample, hasHeader);
        List<String> names = names(sample, hasHeader, trailing, notes);
        if (trailing != TrailingSeparator.NOWHERE) {
            notes.add("A separator ends each line; there is no column behind it.");
        }
        if (options.header() == Header.DETECTED) {
            notes.addAll(headerNotes(hasHeader, detection));
        }
        List<String> units = hasHeader && detection.hasUnits() ? sample.rest().getFirst() : List.of();
        if (!units.isEmpty()) {
            notes.add("Row 2 (" + String.join(", ", units)
                    + ") holds units; it is no row of data, and is written back.");
        }
        return new HeaderLayout(hasHeader, names, trailing, units, notes);
    }

    private static TrailingSeparator trailing(Sample sample, boolean hasHeader) {
        List<String> first = sample.records().getFirst();
        int width = sample.width();
        boolean isTrailing = width > 1 && !sample.rest().isEmpty() && sample.rest().stream()
                .allMatch(cells -> cells.size() < width || cells.getLast().isEmpty());
        if (isTrailing && hasHeader && first.size() == width - 1) {
            return TrailingSeparator.IN_ROWS;
        }
        return isTrailing && first.size() == width && first.getLast().isEmpty()
                ? TrailingSeparator.EVERYWHERE : TrailingSeparator.NOWHERE;
    }

    private static List<String> names(Sample sample, boolean hasHeader, TrailingSeparator trailing,
            List<String> notes) {
        List<String> first = sample.records().getFirst();
        int width = sample.width();
        List<String> names = hasHeader ? first : IntStream.rangeClosed(1, width).mapToObj(i -> "x" + i).toList();
        if (trailing == TrailingSeparator.EVERYWHERE) {
            return names.subList(0, names.size() - 1);
        }
        if (hasHeader && trailing == TrailingSeparator.NOWHERE && first.size() == width - 1) {
            notes.add("The header has one name less than the lines have cells; the first column is taken for row names"
                    + " without a name of its own.");
            return Stream.concat(Stream.of(""), first.stream()).toList();
        }
        return names;
    }

    private static List<String> headerNotes(boolean hasHeader, HeaderDetection detection) {
        List<String> first = detection.first();
        String cells = String.join(", ", first.stream().limit(4).toList()) + (first.size() > 4 ? ", …" : "");
        boolean hasNumber = first.stream().anyMatch(cell -> cell.matches("[0-9]+"));
        if (!hasHeader) {
            return List.of("No header was found: the first line (" + cells + ") has values like those below. The"
                    + " columns are called x1, x2, …; the option for the header overrules this.");
        }
        return hasNumber && detection.areNumbersOutside()
                ? List.of("The first line (" + cells + ") is taken for a header: its whole numbers lie outside the"
                        + " values below. The option for the header overrules this.")
                : List.of();
    }
}
