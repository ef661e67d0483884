package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.WordIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Evidence for the kind of one column, from all of its cells.
///
/// Memory is bounded but for a hash of each cell while no two cells are equal: of different texts at most
/// [#MOST_WORDS] are kept, of fractions [#MOST_FRACTIONS].
final class ColumnEvidence {
    /// The largest number of different words of a category.
    static final int MOST_WORDS = 65_536;

    private static final int MOST_FRACTIONS = 2_048;

    private final MissingTexts missing;
    private final long[] missingCounts;
    private final NumberEvidence numbers = new NumberEvidence();
    private final MomentEvidence moments = new MomentEvidence();
    private final KeyEvidence keys = new KeyEvidence();
    private WordIndex words = new WordIndex();
    private long[] counts = new long[16];
    private final BitSet others = new BitSet();
    private boolean hasAllWords = true;
    private DistinctTexts hashes = new DistinctTexts();
    private boolean isDistinct = true;
    private long present;
    private long otherCells;
    private String firstOther = "";
    private long firstOtherLine;

    ColumnEvidence(MissingTexts missing) {
        this.missing = missing;
        this.missingCounts = new long[missing.index().size()];
    }

    /// Observes the cell in the characters `from` to `to` of `text`, which stands in line `line`.
    void observe(char[] text, int from, int to, long line) {
        int word = hasAllWords ? words.find(text, from, to) : -1;
        if (word >= 0) {
            counts[word]++;
            isDistinct = false;
            return;
        }
        int marker = missing.index().find(text, from, to);
        if (marker >= 0) {
            missingCounts[marker]++;
            return;
        }
        boolean isNumber = numbers.observe(text, from, to, line);
        moments.observe(text, from, to);
        if (isDistinct) {
            keys.observe(text, from, to);
        }
        if (!isNumber && firstOtherLine == 0) {
            firstOther = new String(text, from, to - from);
            firstOtherLine = line;
        }
        count(text, from, to, isNumber);
    }

    private void count(char[] text, int from, int to, boolean isNumber) {
        if (hasAllWords) {
            int word = words.add(new String(text, from, to - from));
            counts = word < counts.length ? counts : Arrays.copyOf(counts, 2 * counts.length);
            counts[word] = 1;
            others.set(word, !isNumber);
            hasAllWords = words.size() < (numbers.isAlive() && numbers.isFractional() ? MOST_FRACTIONS : MOST_WORDS);
            if (!hasAllWords) {
                leaveWords();
            }
        } else {
            present++;
            otherCells += isNumber ? 0 : 1;
            isDistinct = isDistinct && hashes.add(text, from, to);
        }
    }

    /// Keeps the counts and the hashes of the words alone.
    private void leaveWords() {
        present = presentCells();
        otherCells = otherCellsOfWords();
        for (int i = 0; isDistinct && i < words.size(); i++) {
            char[] word = words.word(i).toCharArray();
            hashes.add(word, 0, word.length);
        }
        words = new WordIndex();
        counts = new long[0];
    }

    private long presentCells() {
        return Arrays.stream(counts, 0, words.size()).sum();
    }

    private long otherCellsOfWords() {
        return others.stream().mapToLong(i -> counts[i]).sum();
    }

    /// The number of cells that are not missing.
    long present() {
        return hasAllWords ? presentCells() : present;
    }

    /// The number of cells that are no numbers and not missing.
    long otherCells() {
        return hasAllWords ? otherCellsOfWords() : otherCells;
    }

    /// The first cell that is no number and not missing.
    String firstOther() {
        return firstOther;
    }

    /// The line of [#firstOther]; 0 where there is none.
    long firstOtherLine() {
        return firstOtherLine;
    }

    /// The number of cells with a text that stands for missing.
    ///
    /// @param isAmongNumbers whether those texts count that are words among words
    long missingCells(boolean isAmongNumbers) {
        return IntStream.range(0, missingCounts.length).filter(i -> isAmongNumbers || missing.isCertain(i))
                .mapToLong(i -> missingCounts[i]).sum();
    }

    /// The texts of missing cells, the most frequent first.
    ///
    /// @param isAmongNumbers whether those texts count that are words among words
    List<String> missingTexts(boolean isAmongNumbers) {
        return IntStream.range(0, missingCounts.length)
                .filter(i -> missingCounts[i] > 0 && (isAmongNumbers || missing.isCertain(i))).boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -missingCounts[i]))
                .map(missing.index()::word).toList();
    }

    /// The texts that are missing values among numbers and words among words.
    List<String> doubtfulTexts() {
        List<String> certain = missingTexts(false);
        return missingTexts(true).stream().filter(text -> !certain.contains(text)).toList();
    }

    /// How many cells have the text `marker`, which may stand for missing.
    long count(String marker) {
        return missingCounts[missing.index().find(marker.toCharArray(), 0, marker.length())];
    }

    /// The different texts that are not missing, in the order of their first appearance; empty where there are too
    /// many.
    List<String> words() {
        return words.words();
    }

    /// The counts of the words.
    List<Long> counts() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            all.add(counts[i]);
        }
        return all;
    }

    /// Whether the words are kept: there are at most [#MOST_WORDS] of them, or fractions at most [#MOST_FRACTIONS].
    boolean hasAllWords() {
        return hasAllWords;
    }

    /// Whether no two cells that are not missing are equal.
    boolean isDistinct() {
        return isDistinct;
    }

    /// The number of different texts, as a text.
    String distinct() {
        return hasAllWords ? Texts.count(words.size())
                : isDistinct ? Texts.count(present()) : "over " + Texts.count(
                        numbers.isAlive() && numbers.isFractional() ? MOST_FRACTIONS : MOST_WORDS);
    }

    NumberEvidence numbers() {
        return numbers;
    }

    MomentEvidence moments() {
        return moments;
    }

    KeyEvidence keys() {
        return keys;
    }
}
