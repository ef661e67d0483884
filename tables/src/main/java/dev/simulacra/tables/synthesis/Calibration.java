package dev.simulacra.tables.synthesis;

import java.util.Arrays;

/// The correction of a column's outputs that gives sampled cells the frequencies and ranks of the data.
///
/// @param bias  what is added to each logit
/// @param knots the raw ranks at the ranks 0, 1/n, …, 1 of the samples, ascending; empty where no state is ranked
@SuppressWarnings("ArrayRecordComponent")
record Calibration(float[] bias, float[] knots) {
    /// The number of intervals between knots.
    private static final int INTERVALS = 256;

    /// No correction.
    static Calibration none(int logits) {
        return new Calibration(new float[logits], new float[0]);
    }

    /// The rank of a raw rank among the samples, in [0, 1].
    float rank(float raw) {
        if (knots.length == 0) {
            return raw;
        }
        int at = Arrays.binarySearch(knots, raw);
        int i = Math.clamp(at >= 0 ? at : -at - 2, 0, knots.length - 2);
        float length = knots[i + 1] - knots[i];
        float share = length > 0 ? Math.clamp((raw - knots[i]) / length, 0, 1) : 0.5f;
        return (i + share) / (knots.length - 1);
    }

    /// The knots of the raw ranks `sorted`, ascending.
    static float[] knots(float[] sorted) {
        if (sorted.length < 2) {
            return new float[0];
        }
        int n = Math.min(INTERVALS, sorted.length - 1);
        float[] knots = new float[n + 1];
        for (int i = 0; i <= n; i++) {
            knots[i] = sorted[(int) Math.round((double) i * (sorted.length - 1) / n)];
        }
        return knots;
    }
}
