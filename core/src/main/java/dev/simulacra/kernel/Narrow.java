package dev.simulacra.kernel;

import static dev.simulacra.kernel.Lanes.LENGTH;
import static dev.simulacra.kernel.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Products with few columns, as those that end in a logit: the lanes of a vector are rows of the result, each the
/// chain that [MatMul] defines.
///
/// Rows of A that lie along l are transposed aside, some at a time; a transposed A is read where it stands.
final class Narrow {
    /// The most columns: for more, a padded panel is faster.
    static final int COLUMNS = 4;
    /// Fewer steps of l than this are not worth the transposition.
    static final int LEAST_STEPS = 16;
    /// Four vectors at once hide the latency of a chain.
    private static final int ROWS = 4 * LENGTH;
    /// Steps of l that are transposed at a time: 32 kB, the first-level cache.
    private static final int STEPS = 128;
    /// The floats aside that one thread needs.
    static final int ASIDE = ROWS * STEPS + COLUMNS * ROWS;

    private final boolean transposeA;
    private final boolean transposeB;
    private final int m;
    private final int n;
    private final int k;

    Narrow(boolean transposeA, boolean transposeB, int m, int n, int k) {
        this.transposeA = transposeA;
        this.transposeB = transposeB;
        this.m = m;
        this.n = n;
        this.k = k;
    }

    /// Rows top to bottom of c, with [#ASIDE] floats of `aside` from `start` on.
    void rows(float[] a, float[] b, float[] c, int top, int bottom, float[] aside, int start) {
        int sums = start + ROWS * STEPS;
        int unit = transposeA ? ROWS : LENGTH;
        for (int next = top; next < bottom; next += ROWS) {
            // The last rows take some before them along: computed twice, they have the same bits twice.
            int i = Math.max(top, Math.min(next, bottom - up(Math.min(ROWS, bottom - next), unit)));
            int rows = Math.min(ROWS, bottom - i);
            Arrays.fill(aside, sums, sums + n * ROWS, 0);
            for (int l = 0; l < k; l += STEPS) {
                steps(a, b, i, rows, l, Math.min(STEPS, k - l), aside, start, sums);
            }
            for (int r = 0; r < rows; r++) {
                for (int j = 0; j < n; j++) {
                    c[(i + r) * n + j] = aside[sums + j * ROWS + r];
                }
            }
        }
    }

    private static int up(int x, int unit) {
        return (x + unit - 1) / unit * unit;
    }

    private void steps(
            float[] a, float[] b, int i, int rows, int l, int count, float[] aside, int start, int sums) {
        boolean direct = transposeA && rows == ROWS;
        for (int r = 0; r < rows && !direct; r += LENGTH) {
            int some = Math.min(LENGTH, rows - r);
            if (transposeA) {
                for (int step = 0; step < count; step++) {
                    System.arraycopy(a, (l + step) * m + i + r, aside, start + r * STEPS + step * LENGTH, some);
                }
            } else {
                Panels.transpose(a, (i + r) * k + l, k, some, count, aside, start + r * STEPS, LENGTH);
            }
        }
        float[] from = direct ? a : aside;
        int at = direct ? l * m + i : start;
        int step = direct ? m : LENGTH;
        int vector = direct ? LENGTH : LENGTH * STEPS;
        int bStep = transposeB ? 1 : n;
        for (int j = 0; j < n; j++) {
            int bi = transposeB ? j * k + l : l * n + j;
            if (rows > 2 * LENGTH) {
                fourVectors(from, at, step, vector, b, bi, bStep, count, aside, sums + j * ROWS);
            } else {
                for (int r = 0; r < rows; r += LENGTH) {
                    oneVector(from, at + r / LENGTH * vector, step, b, bi, bStep, count, aside, sums + j * ROWS + r);
                }
            }
        }
    }

    /// What lies in lanes past the last row enters sums that nobody reads.
    static void fourVectors(
            float[] a, int ai, int step, int vector, float[] b, int bi, int bStep, int count, float[] sums, int si) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, sums, si);
        FloatVector s1 = FloatVector.fromArray(SPECIES, sums, si + LENGTH);
        FloatVector s2 = FloatVector.fromArray(SPECIES, sums, si + 2 * LENGTH);
        FloatVector s3 = FloatVector.fromArray(SPECIES, sums, si + 3 * LENGTH);
        for (int l = 0; l < count; l++) {
            FloatVector w = FloatVector.broadcast(SPECIES, b[bi + l * bStep]);
            int at = ai + l * step;
            s0 = FloatVector.fromArray(SPECIES, a, at).fma(w, s0);
            s1 = FloatVector.fromArray(SPECIES, a, at + vector).fma(w, s1);
            s2 = FloatVector.fromArray(SPECIES, a, at + 2 * vector).fma(w, s2);
            s3 = FloatVector.fromArray(SPECIES, a, at + 3 * vector).fma(w, s3);
        }
        s0.intoArray(sums, si);
        s1.intoArray(sums, si + LENGTH);
        s2.intoArray(sums, si + 2 * LENGTH);
        s3.intoArray(sums, si + 3 * LENGTH);
    }

    private static void oneVector(
            float[] a, int ai, int step, float[] b, int bi, int bStep, int count, float[] sums, int si) {
        FloatVector s = FloatVector.fromArray(SPECIES, sums, si);
        for (int l = 0; l < count; l++) {
            FloatVector w = FloatVector.broadcast(SPECIES, b[bi + l * bStep]);
            s = FloatVector.fromArray(SPECIES, a, ai + l * step).fma(w, s);
        }
        s.intoArray(sums, si);
    }
}
