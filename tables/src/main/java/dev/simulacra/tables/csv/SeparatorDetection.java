package dev.simulacra.tables.csv;

import dev.simulacra.tables.schema.inference.TextKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The choice of the separator: of those that make at least two cells in most lines, the one that makes the same number
/// of cells in the most lines; of several, the one with the most numbers and dates; of several, the first in
/// [#CANDIDATES].
final class SeparatorDetection {
    private static final List<Character> CANDIDATES = List.of('\t', ',', ';', '|', ' ');

    /// The share of lines that may have another number of cells, which is found and named when all are read.
    private static final double LEAST_CONSISTENCY = 0.5;

    private static final int MOST_CELLS = 1_000;

    private SeparatorDetection() {}

    /// The sample of `text` by its separator; by the comma where no line has two cells.
    ///
    /// @param given the separator where it is known; empty otherwise
    static Sample sample(String text, int skipped, String given, boolean isWhole) {
        if (!given.isEmpty()) {
            return Sample.of(text, skipped, given.charAt(0), isWhole);
        }
        Comparator<Sample> order = Comparator.comparingDouble(Sample::consistency)
                .thenComparingDouble(SeparatorDetection::values)
                .thenComparingInt(sample -> -CANDIDATES.indexOf(sample.separator()));
        return CANDIDATES.stream().map(separator -> Sample.of(text, skipped, separator, isWhole))
                .filter(sample -> sample.width() > 1 && sample.consistency() > LEAST_CONSISTENCY)
                .max(order).orElseGet(() -> Sample.of(text, skipped, ',', isWhole));
    }

    /// The share of cells that are numbers or dates.
    private static double values(Sample sample) {
        List<String> cells = sample.rest().stream().flatMap(List::stream).limit(MOST_CELLS).toList();
        return cells.stream().filter(cell -> TextKind.of(cell) == TextKind.VALUE).count() / (cells.size() + 1e-9);
    }

    /// Whether each cell but the first of a line begins with a blank, in the text `head`.
    static boolean hasBlanksBehind(String head, Sample sample) {
        char separator = sample.separator();
        if (separator == ' ' || sample.records().size() < 2) {
            return false;
        }
        List<String> lines =
                Stream.of(head.split("\\R", 102)).limit(100).filter(line -> line.indexOf('"') < 0).toList();
        long separators = lines.stream().mapToLong(line -> line.chars().filter(c -> c == separator).count()).sum();
        long followed = lines.stream().mapToLong(line -> line.split(separator + " ", -1).length - 1L).sum();
        return separators > 0 && followed == separators;
    }
}
