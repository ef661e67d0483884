package dev.simulacra.tables.encoding;

import dev.simulacra.tables.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The encoding of a column of words: a state for each word, and one for missing cells.
///
/// Of more words than [#MOST], the rarest share one state, whose rank says which of them it is, by their frequencies.
///
/// @param words     all words of the column, the most frequent first
/// @param counts    how many rows have each word
/// @param own       how many of the words have a state of their own
/// @param isMissing whether there are missing cells, whose state comes after those of the words
public record WordEncoding(List<String> words, List<Long> counts, int own, boolean isMissing)
        implements ColumnEncoding {
    /// The largest number of words that have a state of their own.
    public static final int MOST = 200;

    public WordEncoding {
        words = List.copyOf(words);
        counts = List.copyOf(counts);
    }

    /// The encoding of the words that `column` has.
    public static WordEncoding of(Column.Words column) {
        long[] count = new long[column.words().size()];
        long missing = 0;
        for (int code : column.codes()) {
            if (code < 0) {
                missing++;
            } else {
                count[code]++;
            }
        }
        List<Integer> present = new ArrayList<>(IntStream.range(0, count.length).filter(i -> count[i] > 0).boxed()
                .toList());
        present.sort(Comparator.comparingLong((Integer i) -> -count[i]));
        int own = present.size() <= MOST ? present.size() : MOST - 1;
        return new WordEncoding(present.stream().map(column.words()::get).toList(),
                present.stream().map(i -> count[i]).toList(), own, missing > 0);
    }

    private boolean hasRare() {
        return own < words.size();
    }

    /// The states are the own words, missing, and last, being ranked, the rare ones.
    @Override
    public Block block() {
        int states = own + (isMissing ? 1 : 0) + (hasRare() ? 1 : 0);
        return new Block(Math.max(1, states), hasRare(), Collections.emptyList());
    }

    @Override
    public EncodedColumn encode(Column column) {
        Column.Words cells = (Column.Words) column;
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            positions.put(words.get(i), i);
        }
        int[] stateOf = cells.words().stream().mapToInt(word -> positions.getOrDefault(word, -1)).toArray();
        double[] ends = rareEnds();
        int n = cells.rows();
        EncodedColumn encoded = EncodedColumn.of(n);
        for (int row = 0; row < n; row++) {
            int code = cells.codes()[row];
            int position = code < 0 ? own : stateOf[code];
            if (position < 0) {
                throw new IllegalArgumentException("encode: row " + row + " has the word " + cells.words().get(code)
                        + ", which the column had nowhere when the encoding was made");
            }
            boolean isRare = code >= 0 && position >= own;
            encoded.states()[row] = isRare ? own + (isMissing ? 1 : 0) : position;
            if (isRare) {
                encoded.low()[row] = (float) ends[position - own];
                encoded.high()[row] = (float) ends[position - own + 1];
            }
        }
        return encoded;
    }

    /// The ends of the intervals of ranks of the rare words.
    private double[] rareEnds() {
        double[] ends = new double[words.size() - own + 1];
        double total = counts.subList(own, counts.size()).stream().mapToLong(Long::longValue).sum();
        long sum = 0;
        for (int i = own; i < words.size(); i++) {
            sum += counts.get(i);
            ends[i - own + 1] = sum / total;
        }
        return ends;
    }

    @Override
    public Column decode(int[] states, float[] ranks) {
        double[] ends = rareEnds();
        int[] codes = new int[states.length];
        for (int row = 0; row < codes.length; row++) {
            if (states[row] < own) {
                codes[row] = states[row];
            } else if (isMissing && states[row] == own) {
                codes[row] = -1;
            } else {
                codes[row] = own + Intervals.containing(ends, ranks[row]);
            }
        }
        return new Column.Words(words, codes);
    }
}
