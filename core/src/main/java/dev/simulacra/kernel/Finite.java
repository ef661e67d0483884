package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorModule.PRESENT;

/// The search for NaN and infinity.
public final class Finite {
    private static final int BLOCK = 1024;

    private Finite() {}

    /// The index of the first NaN or infinity among `x[0]` to `x[n − 1]`, or −1 where all are finite.
    public static int firstBad(float[] x, int n) {
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            int i = PRESENT ? VectorFinite.skip(x, from, to) : from;
            while (i < to && Float.isFinite(x[i])) {
                i++;
            }
            if (i < to) {
                return i;
            }
        }
        return -1;
    }
}
