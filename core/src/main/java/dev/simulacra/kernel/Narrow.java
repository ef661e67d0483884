package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Products with few columns, as those that end in a logit: the lanes of a vector are rows of the result, each the
/// chain that [MatMul] defines.
///
/// Rows of A that lie along l are transposed aside, some at a time; a transposed A is read where it stands.
final class Narrow {
    /// Fewer steps of l than this are not worth the transposition.
    static final int LEAST_STEPS = 16;
    /// Four vectors at once hide the latency of a chain.
    private static final int ROWS = 4 * LENGTH;
    /// Steps of l that are transposed at a time: 32 kB, the first-level cache.
    private static final int STEPS = 128;
    /// The floats aside that one thread needs.
    static final int ASIDE = ROWS * STEPS + MatMul.FEW_COLUMNS * ROWS;

    private Narrow() {}

    /// Rows `top` to `bottom − 1` of c, of the terms `from` to `to − 1`, with [#ASIDE] floats of `aside` from `start`
    /// on.
    static void rows(
            ProductShape shape, float[] a, float[] b, float[] c, int top, int bottom, int from, int to,
            float[] aside, int start) {
        int n = shape.n();
        int sums = start + ROWS * STEPS;
        int unit = shape.transposeA() ? ROWS : LENGTH;
        for (int next = top; next < bottom; next += ROWS) {
            // The last rows take some before them along: computed twice, they have the same bits twice.
            int i = Math.max(top, Math.min(next, bottom - MatMul.up(Math.min(ROWS, bottom - next), unit)));
            int rows = Math.min(ROWS, bottom - i);
            Arrays.fill(aside, sums, sums + n * ROWS, 0);
            for (int l = from; l < to; l += STEPS) {
                steps(shape, a, b, i, rows, l, Math.min(STEPS, to - l), aside, start, sums);
            }
            for (int r = 0; r < rows; r++) {
                for (int j = 0; j < n; j++) {
                    c[(i + r) * n + j] = aside[sums + j * ROWS + r];
                }
            }
        }
    }

    private static void steps(
            ProductShape shape, float[] a, float[] b, int i, int rows, int l, int count,
            float[] aside, int start, int sums) {
        boolean transposeA = shape.transposeA();
        int m = shape.m();
        int n = shape.n();
        int k = shape.k();
        boolean direct = transposeA && rows == ROWS;
        if (!direct && transposeA) {
            for (int step = 0; step < count; step++) {
                System.arraycopy(a, (l + step) * m + i, aside, start + step * ROWS, rows);
            }
        } else if (!direct) {
            Panels.transpose(a, i * k + l, k, rows, count, aside, start, ROWS);
        }
        float[] from = direct ? a : aside;
        int at = direct ? l * m + i : start;
        int step = direct ? m : ROWS;
        int bColumn = shape.bColumn();
        int bStep = shape.bStep();
        int bi = l * bStep;
        int j = 0;
        for (; j < n - 1 && rows > 2 * LENGTH; j += 2) {
            eightVectors(from, at, step, b, bi + j * bColumn, bColumn, bStep, count, aside, sums + j * ROWS);
        }
        for (; j < n && rows > 2 * LENGTH; j++) {
            fourVectors(from, at, step, b, bi + j * bColumn, bStep, count, aside, sums + j * ROWS);
        }
        for (; j < n; j++) {
            for (int r = 0; r < rows; r += LENGTH) {
                oneVector(from, at + r, step, b, bi + j * bColumn, bStep, count, aside, sums + j * ROWS + r);
            }
        }
    }

    /// What lies in lanes past the last row enters sums that nobody reads.
    private static void fourVectors(
            float[] a, int ai, int step, float[] b, int bi, int bStep, int count, float[] sums, int si) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, sums, si);
        FloatVector s1 = FloatVector.fromArray(SPECIES, sums, si + LENGTH);
        FloatVector s2 = FloatVector.fromArray(SPECIES, sums, si + 2 * LENGTH);
        FloatVector s3 = FloatVector.fromArray(SPECIES, sums, si + 3 * LENGTH);
        for (int l = 0; l < count; l++) {
            FloatVector w = FloatVector.broadcast(SPECIES, b[bi + l * bStep]);
            int at = ai + l * step;
            s0 = FloatVector.fromArray(SPECIES, a, at).fma(w, s0);
            s1 = FloatVector.fromArray(SPECIES, a, at + LENGTH).fma(w, s1);
            s2 = FloatVector.fromArray(SPECIES, a, at + 2 * LENGTH).fma(w, s2);
            s3 = FloatVector.fromArray(SPECIES, a, at + 3 * LENGTH).fma(w, s3);
        }
        s0.intoArray(sums, si);
        s1.intoArray(sums, si + LENGTH);
        s2.intoArray(sums, si + 2 * LENGTH);
        s3.intoArray(sums, si + 3 * LENGTH);
    }

    /// As [#fourVectors] for two columns of b, `next` apart.
    private static void eightVectors(
            float[] a, int ai, int step, float[] b, int bi, int next, int bStep, int count, float[] sums, int si) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, sums, si);
        FloatVector s1 = FloatVector.fromArray(SPECIES, sums, si + LENGTH);
        FloatVector s2 = FloatVector.fromArray(SPECIES, sums, si + 2 * LENGTH);
        FloatVector s3 = FloatVector.fromArray(SPECIES, sums, si + 3 * LENGTH);
        FloatVector t0 = FloatVector.fromArray(SPECIES, sums, si + ROWS);
        FloatVector t1 = FloatVector.fromArray(SPECIES, sums, si + ROWS + LENGTH);
        FloatVector t2 = FloatVector.fromArray(SPECIES, sums, si + ROWS + 2 * LENGTH);
        FloatVector t3 = FloatVector.fromArray(SPECIES, sums, si + ROWS + 3 * LENGTH);
        for (int l = 0; l < count; l++) {
            FloatVector w = FloatVector.broadcast(SPECIES, b[bi + l * bStep]);
            FloatVector u = FloatVector.broadcast(SPECIES, b[bi + next + l * bStep]);
            int at = ai + l * step;
            FloatVector x0 = FloatVector.fromArray(SPECIES, a, at);
            s0 = x0.fma(w, s0);
            t0 = x0.fma(u, t0);
            FloatVector x1 = FloatVector.fromArray(SPECIES, a, at + LENGTH);
            s1 = x1.fma(w, s1);
            t1 = x1.fma(u, t1);
            FloatVector x2 = FloatVector.fromArray(SPECIES, a, at + 2 * LENGTH);
            s2 = x2.fma(w, s2);
            t2 = x2.fma(u, t2);
            FloatVector x3 = FloatVector.fromArray(SPECIES, a, at + 3 * LENGTH);
            s3 = x3.fma(w, s3);
            t3 = x3.fma(u, t3);
        }
        s0.intoArray(sums, si);
        s1.intoArray(sums, si + LENGTH);
        s2.intoArray(sums, si + 2 * LENGTH);
        s3.intoArray(sums, si + 3 * LENGTH);
        t0.intoArray(sums, si + ROWS);
        t1.intoArray(sums, si + ROWS + LENGTH);
        t2.intoArray(sums, si + ROWS + 2 * LENGTH);
        t3.intoArray(sums, si + ROWS + 3 * LENGTH);
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
