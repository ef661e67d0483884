package dev.simulacra.analysis.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The rows of data by their values, which says what samples are copies of them.
///
/// Two rows are equal where no column differs by more than half its resolution, which is the smallest difference of two
/// different values in the data: a sample of 5.0998 is a copy of 5.1 where the data have one decimal place.
public final class RowCopies {
    private final int columns;
    private final double[] low;
    private final double[] resolution;
    private final Map<List<Long>, Integer> counts = new HashMap<>();
    private final int rows;

    private RowCopies(int columns, double[] low, double[] resolution, int rows) {
        this.columns = columns;
        this.low = low;
        this.resolution = resolution;
        this.rows = rows;
    }

    /// The rows of `data`, `(n, columns)` row-major.
    ///
    /// @throws IllegalArgumentException where these are no whole rows of finite numbers
    public static RowCopies of(float[] data, int columns) {
        PointSet.requirePoints("copies", data, columns);
        double[] low = new double[columns];
        double[] resolution = new double[columns];
        for (int c = 0; c < columns; c++) {
            double[] sorted = sorted(data, c, columns);
            low[c] = sorted[0];
            resolution[c] = smallestStep(sorted);
        }
        RowCopies known = new RowCopies(columns, low, resolution, data.length / columns);
        for (int row = 0; row < known.rows; row++) {
            known.counts.merge(known.key(data, row), 1, Integer::sum);
        }
        return known;
    }

    /// The share of `samples`, `(m, columns)` row-major, that equal a row of the data.
    ///
    /// @throws IllegalArgumentException where these are no whole rows of finite numbers
    public double shareOf(float[] samples) {
        PointSet.requirePoints("copies", samples, columns);
        int m = samples.length / columns;
        return (double) IntStream.range(0, m).filter(row -> counts.containsKey(key(samples, row))).count() / m;
    }

    /// The share of the data's rows that equal another row of the data: what samples of the distribution would show.
    public double shareWithin() {
        return (double) counts.values().stream().mapToInt(count -> count == 1 ? 0 : count).sum() / rows;
    }

    private List<Long> key(float[] values, int row) {
        return IntStream.range(0, columns)
                .mapToObj(c -> Math.round((values[row * columns + c] - low[c]) / resolution[c]))
                .toList();
    }

    private static double[] sorted(float[] data, int column, int columns) {
        double[] values = IntStream.range(0, data.length / columns)
                .mapToDouble(row -> data[row * columns + column])
                .toArray();
        Arrays.sort(values);
        return values;
    }

    private static double smallestStep(double[] sorted) {
        return IntStream.range(1, sorted.length)
                .mapToDouble(i -> sorted[i] - sorted[i - 1])
                .filter(step -> step > 0)
                .min()
                .orElse(1);
    }
}
