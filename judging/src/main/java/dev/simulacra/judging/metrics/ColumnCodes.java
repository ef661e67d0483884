package dev.simulacra.judging.metrics;

import dev.simulacra.tables.Column;
import java.util.Arrays;

/// The cells of one column of two tables as numbers of classes: words by their numbers, numbers by their bins.
///
/// @param real      the class of each real cell
/// @param synthetic the class of each synthetic cell
/// @param classes   the number of classes, with that of missing values
record ColumnCodes(int[] real, int[] synthetic, int classes) {
    private static final int BINS = 10;
    private static final int BELOW = 0;
    private static final int ABOVE = BINS + 1;
    private static final int MISSING = BINS + 2;

    /// The classes of the cells of an aligned column.
    static ColumnCodes of(Column real, Column synthetic, Binning binning) {
        if (real instanceof Column.Words(var words, var a) && synthetic instanceof Column.Words(_, var b)) {
            int size = words.size();
            return new ColumnCodes(filled(a, size), filled(b, size), size + 1);
        }
        if (real instanceof Column.Numbers(var a) && synthetic instanceof Column.Numbers(var b)) {
            return switch (binning) {
                case REAL_EDGES -> new ColumnCodes(bins(a, edges(a)), bins(b, edges(a)), BINS + 3);
                case SEPARATE_EDGES -> new ColumnCodes(digits(a, edges(a)), digits(b, edges(b)), BINS + 3);
            };
        }
        throw new IllegalArgumentException("bins: the columns are not of one type; align the tables first");
    }

    private static int[] filled(int[] codes, int missing) {
        return Arrays.stream(codes).map(code -> code < 0 ? missing : code).toArray();
    }

    /// The edges of 10 bins of equal width from the least to the largest value, half a unit around a single value; as
    /// NumPy's `linspace` rounds them.
    static double[] edges(double... values) {
        double least = Arrays.stream(values).filter(x -> !Double.isNaN(x)).min().orElse(0);
        double most = Arrays.stream(values).filter(x -> !Double.isNaN(x)).max().orElse(1);
        double from = least == most ? least - 0.5 : least;
        double to = least == most ? most + 0.5 : most;
        double step = (to - from) / BINS;
        double[] edges = new double[BINS + 1];
        Arrays.setAll(edges, i -> i == BINS ? to : i * step + from);
        return edges;
    }

    private static int[] bins(double[] values, double[] edges) {
        return Arrays.stream(values).mapToInt(x -> bin(x, edges)).toArray();
    }

    private static int bin(double x, double[] edges) {
        if (Double.isNaN(x)) {
            return MISSING;
        }
        return x < edges[0] ? BELOW : x > edges[BINS] ? ABOVE : Math.min(edgesUpTo(x, edges), BINS);
    }

    /// NumPy's `digitize`: the number of edges at or below each value, all of them where it is missing.
    private static int[] digits(double[] values, double[] edges) {
        return Arrays.stream(values).mapToInt(x -> edgesUpTo(x, edges)).toArray();
    }

    private static int edgesUpTo(double x, double[] edges) {
        int count = 0;
        while (count < edges.length && !(edges[count] > x)) {
            count++;
        }
        return count;
    }
}
