package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorModule.PRESENT;

/// Sums and maxima along the middle axis of a tensor of shape `(outer, mid, inner)`.
///
/// The order of a sum depends on `mid` and on whether `inner` is 1, and on nothing else:
///
/// - **Rows** (`inner = 1`): blocks of 1,024 elements. In a block, chunks of 16 go in turn to four accumulators of 16
///   lanes, added as `(A0 + A1) + (A2 + A3)`. Each four neighbouring lanes are added as `(a + c) + (b + d)`, and these
///   four sums as a balanced tree. Fewer than 16 elements at the end go in turn to four chains, added like four lanes.
/// - **Columns** (`inner > 1`): blocks of 64 rows. In a block, rows go in turn to four chains, added like four lanes.
/// - Sums of blocks are added in a chain, sums of 64 blocks in another, and sums of 64 of those in a third, so chains
///   stay short: the error of a million-element sum is below 1e-6 of the sum of magnitudes.
///
/// All chains start at +0, so a sum of nothing but −0 is +0. Where vectors are present, [VectorReduce] computes what
/// fills them; the order is the same.
public final class Reduce {
    private static final int ROW_BLOCK = 1024;
    static final int COLUMN_BLOCK = 64;
    static final int BLOCKS = 64;
    /// The blocks of a group.
    static final int GROUP = BLOCKS * BLOCKS;
    static final int CHUNK = 16;

    private Reduce() {}

    /// `out[o, i] = Σⱼ x[o, j, i]`: `(outer, mid, inner) → (outer, inner)`.
    public static void sum(float[] x, int outer, int mid, int inner, float[] out) {
        sum(x, mid, inner, 0, outer * inner, out);
    }

    /// Elements `from` to `to − 1` of the same result, counted in row-major order; they do not depend on these.
    public static void sum(float[] x, int mid, int inner, int from, int to, float[] out) {
        if (inner == 1) {
            for (int o = from; o < to; o++) {
                out[o] = sumRow(x, o * mid, mid);
            }
            return;
        }
        int at = from;
        while (at < to) {
            int o = at / inner;
            int column = at % inner;
            int n = Math.min(to - at, inner - column);
            sumColumns(x, o * mid * inner + column, mid, inner, n, out, at);
            at += n;
        }
    }

    /// `out[o, i] = maxⱼ x[o, j, i]`: `(outer, mid, inner) → (outer, inner)`; NaN where a term is NaN, and −0 counts as
    /// less than +0.
    public static void max(float[] x, int outer, int mid, int inner, float[] out) {
        max(x, mid, inner, 0, outer * inner, out);
    }

    /// Elements `from` to `to − 1` of the same result, counted in row-major order; they do not depend on these.
    public static void max(float[] x, int mid, int inner, int from, int to, float[] out) {
        if (inner == 1) {
            for (int o = from; o < to; o++) {
                out[o] = maxRow(x, o * mid, mid);
            }
            return;
        }
        int at = from;
        while (at < to) {
            int o = at / inner;
            int column = at % inner;
            int n = Math.min(to - at, inner - column);
            maxColumns(x, o * mid * inner + column, mid, inner, n, out, at);
            at += n;
        }
    }

    /// The sum of `x[at]` to `x[at + n − 1]` in the order of rows.
    public static float sumRow(float[] x, int at, int n) {
        float groups = 0;
        float total = 0;
        float blocks = 0;
        for (int from = 0; from < n; from += ROW_BLOCK) {
            blocks += sumBlock(x, at + from, Math.min(ROW_BLOCK, n - from));
            int done = from / ROW_BLOCK + 1;
            if (done % BLOCKS == 0) {
                total += blocks;
                blocks = 0;
            }
            if (done % GROUP == 0) {
                groups += total;
                total = 0;
            }
        }
        return groups + (total + blocks);
    }

    private static float sumBlock(float[] x, int at, int n) {
        int even = n / CHUNK * CHUNK;
        float tail = sumTail(x, at + even, n - even);
        if (even == 0) {
            return tail;
        }
        return tail + (PRESENT ? VectorReduce.sumChunks(x, at, even) : sumChunks(x, at, even));
    }

    private static float sumChunks(float[] x, int at, int even) {
        return (sumQuarter(x, at, even) + sumQuarter(x, at + 4, even))
                + (sumQuarter(x, at + 8, even) + sumQuarter(x, at + 12, even));
    }

    private static float sumQuarter(float[] x, int at, int even) {
        return four(
                sumLane(x, at, even), sumLane(x, at + 1, even), sumLane(x, at + 2, even), sumLane(x, at + 3, even));
    }

    /// The sum of one of the 16 lanes over chunks of 16.
    private static float sumLane(float[] x, int at, int even) {
        float a0 = 0;
        float a1 = 0;
        float a2 = 0;
        float a3 = 0;
        int i = 0;
        for (; i <= even - 4 * CHUNK; i += 4 * CHUNK) {
            a0 += x[at + i];
            a1 += x[at + i + CHUNK];
            a2 += x[at + i + 2 * CHUNK];
            a3 += x[at + i + 3 * CHUNK];
        }
        a0 += i < even ? x[at + i] : 0;
        a1 += i + CHUNK < even ? x[at + i + CHUNK] : 0;
        a2 += i + 2 * CHUNK < even ? x[at + i + 2 * CHUNK] : 0;
        return (a0 + a1) + (a2 + a3);
    }

    private static float sumTail(float[] x, int at, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i <= n - 4; i += 4) {
            s0 += x[at + i];
            s1 += x[at + i + 1];
            s2 += x[at + i + 2];
            s3 += x[at + i + 3];
        }
        s0 += i < n ? x[at + i] : 0;
        s1 += i + 1 < n ? x[at + i + 1] : 0;
        s2 += i + 2 < n ? x[at + i + 2] : 0;
        return four(s0, s1, s2, s3);
    }

    static float four(float s0, float s1, float s2, float s3) {
        return (s0 + s2) + (s1 + s3);
    }

    private static void sumColumns(
            float[] x, int at, int rows, int inner, int columns, float[] out, int oi) {
        for (int c = PRESENT ? VectorReduce.sumColumns(x, at, rows, inner, columns, out, oi) : 0; c < columns; c++) {
            out[oi + c] = sumColumn(x, at + c, rows, inner);
        }
    }

    private static float sumColumn(float[] x, int at, int rows, int inner) {
        float groups = 0;
        float total = 0;
        float blocks = 0;
        int p = at;
        for (int from = 0; from < rows; from += COLUMN_BLOCK) {
            int n = Math.min(COLUMN_BLOCK, rows - from);
            float s0 = 0;
            float s1 = 0;
            float s2 = 0;
            float s3 = 0;
            int r = 0;
            for (; r <= n - 4; r += 4) {
                s0 += x[p];
                s1 += x[p + inner];
                s2 += x[p + 2 * inner];
                s3 += x[p + 3 * inner];
                p += 4 * inner;
            }
            s0 += r < n ? x[p] : 0;
            s1 += r + 1 < n ? x[p + inner] : 0;
            s2 += r + 2 < n ? x[p + 2 * inner] : 0;
            blocks += four(s0, s1, s2, s3);
            int done = from / COLUMN_BLOCK + 1;
            if (done % BLOCKS == 0) {
                total += blocks;
                blocks = 0;
            }
            if (done % GROUP == 0) {
                groups += total;
                total = 0;
            }
        }
        return groups + (total + blocks);
    }

    // A maximum is the same in any order, so these need no fixed tree.

    private static float maxRow(float[] x, int at, int n) {
        if (PRESENT && n >= CHUNK) {
            return VectorReduce.maxRow(x, at, n);
        }
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            greatest = Math.max(greatest, x[at + i]);
        }
        return greatest;
    }

    private static void maxColumns(
            float[] x, int at, int rows, int inner, int columns, float[] out, int oi) {
        for (int c = PRESENT ? VectorReduce.maxColumns(x, at, rows, inner, columns, out, oi) : 0; c < columns; c++) {
            float greatest = x[at + c];
            for (int r = 1; r < rows; r++) {
                greatest = Math.max(greatest, x[at + c + r * inner]);
            }
            out[oi + c] = greatest;
        }
    }
}
