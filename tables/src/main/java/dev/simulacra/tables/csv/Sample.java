package dev.simulacra.tables.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The first records of a text, as cells, by one separator.
///
/// @param separator     the character between cells
/// @param records       the records that are no blank lines
/// @param isFirstQuoted whether all cells of the first record stand in quotation marks
/// @param hasBareMarks  whether a cell with a quotation mark inside stands without others around it
/// @param problem       a sentence about the cell that is not closed rightly, at which the reading ended; empty where
///     there is none
record Sample(char separator, List<List<String>> records, boolean isFirstQuoted, boolean hasBareMarks,
        String problem) {
    private static final int MOST = 200;

    /// The records of `text`, behind its first `skipped` lines.
    ///
    /// @param isWhole whether the text is whole; otherwise its last record is not taken
    static Sample of(String text, int skipped, char separator, boolean isWhole) {
        List<List<String>> records = new ArrayList<>();
        boolean isFirstQuoted = false;
        boolean hasBareMarks = false;
        try (RecordReader reader = new RecordReader(new StringReader(text), separator)) {
            for (int i = 0; i < skipped; i++) {
                reader.readLine();
            }
            while (records.size() < MOST && reader.next()) {
                if (!reader.isBlank()) {
                    List<String> cells = reader.cells();
                    isFirstQuoted = records.isEmpty() ? reader.areAllQuoted() : isFirstQuoted;
                    hasBareMarks |= reader.hasBareMark();
                    records.add(cells);
                }
            }
        } catch (IllegalArgumentException e) {
            return new Sample(separator, records, isFirstQuoted, hasBareMarks, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!isWhole && records.size() < MOST && records.size() > 1) {
            records.removeLast();
        }
        return new Sample(separator, records, isFirstQuoted, hasBareMarks, "");
    }

    /// The records behind the first.
    List<List<String>> rest() {
        return records.isEmpty() ? List.of() : records.subList(1, records.size());
    }

    /// The number of cells that most records behind the first have; that of the first where it is alone.
    int width() {
        List<List<String>> counted = records.size() > 1 ? rest() : records;
        Map<Integer, Long> widths =
                counted.stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
        return widths.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
    }

    /// The share of the records, with the first, that have [#width] cells. A first with one fewer counts half.
    double consistency() {
        int width = width();
        long consistent = rest().stream().filter(cells -> cells.size() == width).count();
        int first = records.isEmpty() ? 0 : records.getFirst().size();
        double isFirstConsistent = first == width ? 1 : first == width - 1 ? 0.5 : 0;
        return (consistent + isFirstConsistent) / (records.size() + (problem.isEmpty() ? 0 : 1));
    }
}
