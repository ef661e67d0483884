package dev.simulacra.analysis.metrics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// The Kolmogorov–Smirnov distance of two sets of numbers: the largest difference of their cumulative shares,
/// `sup |F₁(x) − F₂(x)|`, from 0 to 1.
///
/// It sees the shape of a column, which moments do not, and no single outlier moves it by more than its share.
///
/// Source of the law: Kolmogorov 1933, Smirnov 1948; `P(√(n₁n₂/(n₁ + n₂)) D < x) → 1 − 2 Σ (−1)ᵏ⁻¹ e^(−2k²x²)`.
public final class KolmogorovSmirnov {
    private static final int TERMS = 100;

    /// Beyond it the law is 1 to rounding, whatever the number of columns.
    private static final double FARTHEST = 8;

    private static final int CELLS = 20_000;

    private KolmogorovSmirnov() {}

    /// The distance of two sets of numbers, which need not be equally many.
    ///
    /// @throws IllegalArgumentException where a set is empty, or a number is not finite
    public static double of(float[] a, float[] b) {
        PointSet.requirePoints("kolmogorov-smirnov", a, 1);
        PointSet.requirePoints("kolmogorov-smirnov", b, 1);
        return ofSorted(sorted(a), sorted(b));
    }

    /// The distance of two sets of numbers that are sorted, ascending and without NaN; at least one in each.
    public static double ofSorted(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            double at = Math.min(a[i], b[j]);
            i = behind(a, i, at);
            j = behind(b, j, at);
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest;
    }

    private static double[] sorted(float[] values) {
        double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            sorted[i] = values[i];
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /// The distance of each column of `data` from that of `samples`, `columns` numbers.
    ///
    /// @throws IllegalArgumentException where a set is not whole rows of finite numbers
    public static double[] ofColumns(float[] data, float[] samples, int columns) {
        PointSet.requirePoints("kolmogorov-smirnov", data, columns);
        PointSet.requirePoints("kolmogorov-smirnov", samples, columns);
        double[] distances = new double[columns];
        Arrays.setAll(distances, c -> of(column(data, c, columns), column(samples, c, columns)));
        return distances;
    }

    /// The mean distance of `n1` and `n2` numbers of one continuous law, `√(π/2) ln 2 √(1/n₁ + 1/n₂)` with the factor
    /// .8687. Where values repeat, the mean is less.
    public static double expected(long n1, long n2) {
        return Math.sqrt(Math.PI / 2) * StrictMath.log(2) * Math.sqrt(1.0 / n1 + 1.0 / n2);
    }

    /// The mean of the largest distance among `columns` independent columns of equal laws; dependent ones show less.
    public static double expectedLargest(long n1, long n2, int columns) {
        DoubleUnaryOperator exceeded = x -> -StrictMath.expm1(columns * StrictMath.log(below(x)));
        double cell = FARTHEST / CELLS;
        double sum = 0;
        for (int i = 0; i < CELLS; i++) {
            sum += cell * exceeded.applyAsDouble((i + 0.5) * cell);
        }
        return sum * Math.sqrt(1.0 / n1 + 1.0 / n2);
    }

    /// `1 − 2 Σ (−1)ᵏ⁻¹ e^(−2k²x²)`, which is below 10⁻²⁰ where x is below .15 and the series converges slowly.
    private static double below(double x) {
        return x < 0.15 ? 0 : Math.clamp(1 - 2 * alternating(x), 0, 1);
    }

    private static double alternating(double x) {
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            sum += (k % 2 == 1 ? 1 : -1) * StrictMath.exp(-2.0 * k * k * x * x);
        }
        return sum;
    }

    private static int behind(double[] sorted, int from, double value) {
        int i = from;
        while (i < sorted.length && sorted[i] == value) {
            i++;
        }
        return i;
    }

    private static float[] column(float[] rows, int column, int columns) {
        float[] values = new float[rows.length / columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i * columns + column];
        }
        return values;
    }
}
