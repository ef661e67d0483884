package dev.simulacra.tables.encoding;

import java.util.Arrays;

/// The empirical distribution of a column's values: the distinct values, and the share of rows up to each.
///
/// @param values   the distinct values, ascending
/// @param ends     the share of rows below each value and, last, 1
/// @param isSmooth whether values between the distinct ones are interpolated
/// @param step     the grid on which interpolated values lie; 0 where there is none
@SuppressWarnings("ArrayRecordComponent")
public record Quantiles(double[] values, double[] ends, boolean isSmooth, double step) {
    /// The mean number of rows of a value from which on no other values are made.
    private static final double TIED = 1.5;

    /// The largest number of values that are kept where others are interpolated.
    private static final int MOST = 20_000;

    /// The distribution of `sorted`, ascending, which may be empty.
    static Quantiles of(double[] sorted, double step) {
        double[] values = Arrays.stream(sorted).distinct().toArray();
        double[] ends = new double[values.length + 1];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            ends[i] = (double) at / sorted.length;
            while (at < sorted.length && sorted[at] == values[i]) {
                at++;
            }
        }
        ends[values.length] = 1;
        boolean isSmooth = sorted.length < TIED * values.length;
        return isSmooth && values.length > MOST
                ? thinned(values, ends, step)
                : new Quantiles(values, ends, isSmooth, step);
    }

    /// The distribution with [#MOST] values at equal steps; each takes over the rows of the values around it.
    private static Quantiles thinned(double[] values, double[] ends, double step) {
        double[] kept = new double[MOST];
        double[] bounds = new double[MOST + 1];
        bounds[MOST] = 1;
        for (int k = 0; k < MOST; k++) {
            int at = index(k, values.length);
            kept[k] = values[at];
            bounds[k] = k == 0 ? 0 : ends[(index(k - 1, values.length) + at + 1) / 2];
        }
        return new Quantiles(kept, bounds, true, step);
    }

    private static int index(int k, int values) {
        return (int) ((long) k * (values - 1) / (MOST - 1));
    }

    /// The share of rows below `value`; that of the nearest value where the distribution has no such value.
    double below(double value) {
        return ends[nearest(value)];
    }

    /// The share of rows up to `value`.
    double upTo(double value) {
        return ends[nearest(value) + 1];
    }

    private int nearest(double value) {
        int at = Arrays.binarySearch(values, value);
        return at >= 0 ? at : Math.clamp(-at - 1, 0, values.length - 1);
    }

    /// The value at the rank `u`.
    double at(double u) {
        if (values.length == 0) {
            return Double.NaN;
        }
        int i = Intervals.containing(ends, u);
        if (!isSmooth) {
            return values[i];
        }
        double middle = (ends[i] + ends[i + 1]) / 2;
        int other = Math.clamp(u < middle ? i - 1L : i + 1L, 0, values.length - 1);
        double otherMiddle = (ends[other] + ends[other + 1]) / 2;
        double share = other == i ? 0 : (u - middle) / (otherMiddle - middle);
        double value = values[i] + share * (values[other] - values[i]);
        return step == 0 ? value : Math.clamp(Math.rint(value / step) * step, values[0], values[values.length - 1]);
    }
}
