package dev.simulacra.tables.encoding;

import dev.simulacra.tables.Column;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The encoding of a column of few distinct numbers: a state for each, with a position, and one for missing cells.
///
/// The position of a number is its mean rank in the column; that of missing cells is ½.
///
/// @param values    the distinct numbers, ascending
/// @param positions the position of each
/// @param isMissing whether there are missing cells, whose state comes last
@SuppressWarnings("ArrayRecordComponent")
public record StepEncoding(double[] values, float[] positions, boolean isMissing) implements ColumnEncoding {
    /// The encoding of the numbers that `column` has.
    public static StepEncoding of(Column.Numbers column) {
        double[] sorted = Arrays.stream(column.values()).filter(x -> !Double.isNaN(x)).sorted().toArray();
        double[] values = Arrays.stream(sorted).distinct().toArray();
        float[] positions = new float[values.length];
        int from = 0;
        for (int i = 0; i < values.length; i++) {
            int to = from;
            while (to < sorted.length && sorted[to] == values[i]) {
                to++;
            }
            positions[i] = (float) ((from + to) / 2.0 / sorted.length);
            from = to;
        }
        return new StepEncoding(values, positions, sorted.length < column.rows());
    }

    @Override
    public Block block() {
        List<Float> all = IntStream.range(0, values.length + (isMissing ? 1 : 0))
                .mapToObj(i -> i < values.length ? positions[i] : 0.5f)
                .toList();
        return new Block(all.size(), false, all);
    }

    @Override
    public EncodedColumn encode(Column column) {
        double[] cells = ((Column.Numbers) column).values();
        EncodedColumn encoded = EncodedColumn.of(cells.length);
        for (int row = 0; row < cells.length; row++) {
            int state = Double.isNaN(cells[row]) ? values.length : Arrays.binarySearch(values, cells[row]);
            if (state < 0 || state == values.length && !isMissing) {
                throw new IllegalArgumentException("encode: row " + row + " has the value " + cells[row]
                        + ", which the column had nowhere when the encoding was made");
            }
            encoded.states()[row] = state;
        }
        return encoded;
    }

    @Override
    public Column decode(int[] states, float[] ranks) {
        double[] cells = new double[states.length];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = states[row] < values.length ? values[states[row]] : Double.NaN;
        }
        return new Column.Numbers(cells);
    }
}
