package dev.simulacra.judging.baseline;

import dev.simulacra.tables.Column;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The states of a column: its words, or values and intervals of its numbers, and missing.
///
/// A number that holds at least 2 % of the rows, or any number where there are at most 64, is a state of its own; other
/// numbers share intervals with about equally many rows, at most 64 in all.
///
/// @param edges  the rising lower ends of the states of numbers; empty for words
/// @param widths the width of each state: 0 for a single value, and for words and missing
/// @param words  the number of words
@SuppressWarnings("ArrayRecordComponent")
record ColumnStates(double[] edges, double[] widths, int words) {
    private static final int MOST = 64;
    private static final double HEAVY = 0.02;

    /// The states of the cells of `column`.
    static ColumnStates of(Column column) {
        return switch (column) {
            case Column.Numbers(var values) -> ofSorted(
                    Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray());
            case Column.Words(var words, _) -> new ColumnStates(new double[0], new double[words.size() + 1],
                    words.size());
            case Column.Unlearned _ -> new ColumnStates(new double[0], new double[1], 0);
        };
    }

    private static ColumnStates ofSorted(double... sorted) {
        boolean all = Arrays.stream(sorted).distinct().limit(MOST + 1L).count() <= MOST;
        int share = Math.max(1, sorted.length / MOST);
        double[] edges = new double[sorted.length];
        double[] widths = new double[sorted.length + 1];
        int count = 0;
        int filled = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = behind(sorted, from);
            boolean single = all || to - from >= HEAVY * sorted.length;
            if (single || filled == 0 || filled >= share) {
                edges[count++] = sorted[from];
                filled = 0;
            }
            filled = single ? 0 : filled + to - from;
            widths[count - 1] = single ? 0 : (to < sorted.length ? sorted[to] : sorted[to - 1]) - edges[count - 1];
        }
        return new ColumnStates(Arrays.copyOf(edges, count), Arrays.copyOf(widths, count + 1), 0);
    }

    private static int behind(double[] sorted, int from) {
        int i = from;
        while (i < sorted.length && sorted[i] == sorted[from]) {
            i++;
        }
        return i;
    }

    /// The number of states, the last of which is missing.
    int size() {
        return widths.length;
    }

    /// The state of each cell; a number below all states belongs to the first.
    int[] of(Column column, int rows) {
        return switch (column) {
            case Column.Numbers(var values) -> Arrays.stream(values).mapToInt(this::state).toArray();
            case Column.Words(_, var codes) ->
                Arrays.stream(codes).map(code -> code < 0 || code >= words ? words : code).toArray();
            case Column.Unlearned _ -> IntStream.range(0, rows).map(_ -> 0).toArray();
        };
    }

    private int state(double x) {
        if (Double.isNaN(x)) {
            return edges.length;
        }
        int found = Arrays.binarySearch(edges, x);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /// The logarithm of the density of the uniform law on a state's interval; 0 for a single value.
    double logDensity(int state) {
        return widths[state] > 0 ? -StrictMath.log(widths[state]) : 0;
    }
}
