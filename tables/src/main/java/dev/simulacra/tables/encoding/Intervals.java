package dev.simulacra.tables.encoding;

import java.util.Arrays;

/// Neighbouring intervals of ranks, given by their ends.
final class Intervals {
    private Intervals() {}

    /// The number of the interval that contains `u`, the first being 0.
    ///
    /// @param ends the ends of the intervals, ascending, the first 0 and the last 1
    static int containing(double[] ends, double u) {
        int at = Arrays.binarySearch(ends, u);
        return Math.clamp(at >= 0 ? at : -at - 2, 0, ends.length - 2);
    }
}
