package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The search for numbers that are none.
public final class Finite {
    private static final int BLOCK = 1024;

    private Finite() {}

    /// The index of the first NaN or infinity among `x[0]` to `x[n − 1]`, or −1 where all are finite.
    public static int firstBad(float[] x, int n) {
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            if (anyBad(x, from, to)) {
                return scan(x, from, to);
            }
        }
        return -1;
    }

    /// `0 · x` is ±0 for finite x and NaN otherwise, and NaN stays in a sum.
    private static boolean anyBad(float[] x, int from, int to) {
        FloatVector sum = FloatVector.zero(SPECIES);
        int i = from;
        for (; i <= to - LENGTH; i += LENGTH) {
            sum = sum.add(FloatVector.fromArray(SPECIES, x, i).mul(0));
        }
        float rest = 0;
        for (; i < to; i++) {
            rest += x[i] * 0;
        }
        return rest != 0 || sum.compare(VectorOperators.NE, 0f).anyTrue();
    }

    private static int scan(float[] x, int from, int to) {
        int i = from;
        while (i < to && Float.isFinite(x[i])) {
            i++;
        }
        return i < to ? i : -1;
    }
}
