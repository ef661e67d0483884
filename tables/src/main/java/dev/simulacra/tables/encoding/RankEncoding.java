package dev.simulacra.tables.encoding;

import dev.simulacra.tables.Column;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// The encoding of a column of many distinct numbers: states for missing cells and for *spikes*, the values that many
/// rows share, and a ranked state for all other values.
///
/// The rank of a value is its position in the empirical distribution of the values that are no spikes. Back, a rank
/// gives the value in whose interval it lies; where nearly all values are distinct, the value is interpolated.
///
/// @param spikes    the values with a state of their own, ascending
/// @param isMissing whether there are missing cells, whose state comes after those of the spikes
/// @param quantiles the distribution of the other values
@SuppressWarnings("ArrayRecordComponent")
public record RankEncoding(double[] spikes, boolean isMissing, Quantiles quantiles) implements ColumnEncoding {
    /// The share of rows from which on a value is a spike.
    private static final double SPIKE = 0.02;

    /// The encoding of the numbers that `column` has.
    ///
    /// @param step the grid on which interpolated values lie; 0 where there is none
    public static RankEncoding of(Column.Numbers column, double step) {
        double[] sorted = Arrays.stream(column.values()).filter(x -> !Double.isNaN(x)).sorted().toArray();
        DoubleStream.Builder spikes = DoubleStream.builder();
        DoubleStream.Builder rest = DoubleStream.builder();
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from >= Math.max(2, SPIKE * column.rows())) {
                spikes.add(sorted[from]);
            } else {
                for (int i = from; i < to; i++) {
                    rest.add(sorted[i]);
                }
            }
            from = to;
        }
        return new RankEncoding(spikes.build().toArray(), sorted.length < column.rows(),
                Quantiles.of(rest.build().toArray(), step));
    }

    @Override
    public Block block() {
        return new Block(ranked() + 1, true, List.of());
    }

    private int ranked() {
        return spikes.length + (isMissing ? 1 : 0);
    }

    @Override
    public EncodedColumn encode(Column column) {
        double[] cells = ((Column.Numbers) column).values();
        EncodedColumn encoded = EncodedColumn.of(cells.length);
        for (int row = 0; row < cells.length; row++) {
            int spike = Arrays.binarySearch(spikes, cells[row]);
            if (Double.isNaN(cells[row])) {
                encoded.states()[row] = spikes.length;
            } else if (spike >= 0) {
                encoded.states()[row] = spike;
            } else {
                encoded.states()[row] = ranked();
                encoded.low()[row] = (float) quantiles.below(cells[row]);
                encoded.high()[row] = (float) quantiles.upTo(cells[row]);
            }
        }
        return encoded;
    }

    @Override
    public Column decode(int[] states, float[] ranks) {
        double[] cells = new double[states.length];
        for (int row = 0; row < cells.length; row++) {
            int state = states[row];
            cells[row] = state < spikes.length ? spikes[state]
                    : state == ranked() ? quantiles.at(ranks[row]) : Double.NaN;
        }
        return new Column.Numbers(cells);
    }
}
