package dev.simulacra.figures;

import java.util.Arrays;

/// The distance of two sets of numbers for choosing what to show: the largest difference of their distribution
/// functions, from 0 to 1 (Kolmogorov and Smirnov). At most 5,000 numbers of each are looked at.
final class Marginals {
    private static final int MOST = 5000;

    private Marginals() {}

    static double distance(Values one, Values other) {
        double[] a = sorted(one);
        double[] b = sorted(other);
        if (a.length == 0 || b.length == 0) {
            return a.length == b.length ? 0 : 1;
        }
        double largest = 0;
        for (double value : a) {
            largest = Math.max(largest, Math.abs(below(a, value) - below(b, value)));
        }
        for (double value : b) {
            largest = Math.max(largest, Math.abs(below(a, value) - below(b, value)));
        }
        return largest;
    }

    private static double[] sorted(Values values) {
        return values.thinned(MOST).stream().filter(Double::isFinite).sorted().toArray();
    }

    /// The share of `sorted` that is at most `value`.
    private static double below(double[] sorted, double value) {
        int place = Arrays.binarySearch(sorted, Math.nextUp(value));
        int count = place >= 0 ? place : -place - 1;
        while (count > 0 && sorted[count - 1] > value) {
            count--;
        }
        return (double) count / sorted.length;
    }
}
