package dev.simulacra.judging.metrics;

import java.util.Arrays;

/// The table of counts of two columns of classes.
final class Contingency {
    private static final long DENSE = 1 << 22;

    private Contingency() {}

    /// The total variation distance of two joint laws, `½ Σ |P(a, b) − Q(a, b)|`.
    static double totalVariation(ColumnCodes a, ColumnCodes b) {
        long cells = (long) a.classes() * b.classes();
        double sum = cells <= DENSE
                ? dense(a, b, (int) cells)
                : sparse(keys(a.real(), b.real(), b.classes()), keys(a.synthetic(), b.synthetic(), b.classes()));
        return sum / 2;
    }

    private static double dense(ColumnCodes a, ColumnCodes b, int cells) {
        int[] real = counts(a.real(), b.real(), b.classes(), cells);
        int[] synthetic = counts(a.synthetic(), b.synthetic(), b.classes(), cells);
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            sum += Math.abs((double) real[i] / a.real().length - (double) synthetic[i] / a.synthetic().length);
        }
        return sum;
    }

    private static int[] counts(int[] a, int[] b, int classes, int cells) {
        int[] counts = new int[cells];
        for (int row = 0; row < a.length; row++) {
            counts[a[row] * classes + b[row]]++;
        }
        return counts;
    }

    /// The entropy in nats of the joint law of two columns of classes.
    static double entropy(int[] a, int[] b, int classesOfB) {
        long[] keys = keys(a, b, classesOfB);
        double sum = 0;
        for (int i = 0; i < keys.length; ) {
            int ends = behind(keys, i, keys[i]);
            double p = (double) (ends - i) / keys.length;
            sum -= p * StrictMath.log(p);
            i = ends;
        }
        return sum;
    }

    private static long[] keys(int[] a, int[] b, int classes) {
        long[] keys = new long[a.length];
        Arrays.setAll(keys, row -> (long) a[row] * classes + b[row]);
        Arrays.sort(keys);
        return keys;
    }

    /// The sum over the keys of two sorted lists, so that memory grows with the rows and not with the classes.
    private static double sparse(long[] real, long[] synthetic) {
        double sum = 0;
        for (int i = 0, j = 0; i < real.length || j < synthetic.length; ) {
            long key = Math.min(i < real.length ? real[i] : Long.MAX_VALUE,
                    j < synthetic.length ? synthetic[j] : Long.MAX_VALUE);
            int ends = behind(real, i, key);
            int endsToo = behind(synthetic, j, key);
            sum += Math.abs((double) (ends - i) / real.length - (double) (endsToo - j) / synthetic.length);
            i = ends;
            j = endsToo;
        }
        return sum;
    }

    private static int behind(long[] sorted, int from, long key) {
        int i = from;
        while (i < sorted.length && sorted[i] == key) {
            i++;
        }
        return i;
    }
}
