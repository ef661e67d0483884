package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Sums and maxima along the middle axis of a tensor of shape `(outer, mid, inner)`.
///
/// The order of a sum depends on `mid` and on whether `inner` is 1, and on nothing else:
///
/// - **Rows** (`inner = 1`): blocks of 1,024 elements. In a block, chunks of 16 go in turn to four accumulators of 16
///   lanes, added as `(A0 + A1) + (A2 + A3)`. Each four neighbouring lanes are added as `(a + c) + (b + d)`, and these
///   four sums as a balanced tree. Fewer than 16 elements at the end go in turn to four chains, added like four lanes.
/// - **Columns** (`inner > 1`): blocks of 64 rows. In a block, rows go in turn to four chains, added like four lanes.
/// - Sums of blocks are added in a chain, and sums of 64 blocks in another, so chains stay short: the error of a
///   million-element sum is below 1e-6 of the sum of magnitudes.
///
/// All chains start at +0, so a sum of nothing but −0 is +0.
public final class Reduce {
    private static final int ROW_BLOCK = 1024;
    private static final int COLUMN_BLOCK = 64;
    private static final int BLOCKS = 64;
    private static final int CHUNK = 16;

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
        float total = 0;
        float blocks = 0;
        for (int from = 0; from < n; from += ROW_BLOCK) {
            blocks += sumBlock(x, at + from, Math.min(ROW_BLOCK, n - from));
            if ((from / ROW_BLOCK + 1) % BLOCKS == 0) {
                total += blocks;
                blocks = 0;
            }
        }
        return total + blocks;
    }

    private static float sumBlock(float[] x, int at, int n) {
        int even = n / CHUNK * CHUNK;
        float tail = sumTail(x, at + even, n - even);
        if (even == 0) {
            return tail;
        }
        return tail + switch (LENGTH) {
            case 16 -> sumLanes(x, at, even);
            case 8 -> sumLanes(x, at, even) + sumLanes(x, at + 8, even);
            default -> (sumLanes(x, at, even) + sumLanes(x, at + 4, even))
                    + (sumLanes(x, at + 8, even) + sumLanes(x, at + 12, even));
        };
    }

    /// The sum of those `LENGTH` of the 16 lanes that begin at `at`, over chunks of 16.
    private static float sumLanes(float[] x, int at, int even) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        int i = 0;
        for (; i <= even - 4 * CHUNK; i += 4 * CHUNK) {
            a0 = a0.add(FloatVector.fromArray(SPECIES, x, at + i));
            a1 = a1.add(FloatVector.fromArray(SPECIES, x, at + i + CHUNK));
            a2 = a2.add(FloatVector.fromArray(SPECIES, x, at + i + 2 * CHUNK));
            a3 = a3.add(FloatVector.fromArray(SPECIES, x, at + i + 3 * CHUNK));
        }
        if (i < even) {
            a0 = a0.add(FloatVector.fromArray(SPECIES, x, at + i));
        }
        if (i + CHUNK < even) {
            a1 = a1.add(FloatVector.fromArray(SPECIES, x, at + i + CHUNK));
        }
        if (i + 2 * CHUNK < even) {
            a2 = a2.add(FloatVector.fromArray(SPECIES, x, at + i + 2 * CHUNK));
        }
        FloatVector v = a0.add(a1).add(a2.add(a3));
        float first = four(v.lane(0), v.lane(1), v.lane(2), v.lane(3));
        if (LENGTH == 4) {
            return first;
        }
        float half = first + four(v.lane(4), v.lane(5), v.lane(6), v.lane(7));
        if (LENGTH == 8) {
            return half;
        }
        return half + (four(v.lane(8), v.lane(9), v.lane(10), v.lane(11))
                + four(v.lane(12), v.lane(13), v.lane(14), v.lane(15)));
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

    private static float four(float s0, float s1, float s2, float s3) {
        return (s0 + s2) + (s1 + s3);
    }

    private static void sumColumns(
            float[] x, int at, int rows, int inner, int columns, float[] out, int oi) {
        int c = 0;
        for (; c <= columns - LENGTH; c += LENGTH) {
            sumColumnLanes(x, at + c, rows, inner, out, oi + c);
        }
        for (; c < columns; c++) {
            out[oi + c] = sumColumn(x, at + c, rows, inner);
        }
    }

    private static void sumColumnLanes(float[] x, int at, int rows, int inner, float[] out, int oi) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector total = zero;
        FloatVector blocks = zero;
        int p = at;
        for (int from = 0; from < rows; from += COLUMN_BLOCK) {
            int n = Math.min(COLUMN_BLOCK, rows - from);
            FloatVector a0 = zero;
            FloatVector a1 = zero;
            FloatVector a2 = zero;
            FloatVector a3 = zero;
            int r = 0;
            for (; r <= n - 4; r += 4) {
                a0 = a0.add(FloatVector.fromArray(SPECIES, x, p));
                a1 = a1.add(FloatVector.fromArray(SPECIES, x, p + inner));
                a2 = a2.add(FloatVector.fromArray(SPECIES, x, p + 2 * inner));
                a3 = a3.add(FloatVector.fromArray(SPECIES, x, p + 3 * inner));
                p += 4 * inner;
            }
            if (r < n) {
                a0 = a0.add(FloatVector.fromArray(SPECIES, x, p));
            }
            if (r + 1 < n) {
                a1 = a1.add(FloatVector.fromArray(SPECIES, x, p + inner));
            }
            if (r + 2 < n) {
                a2 = a2.add(FloatVector.fromArray(SPECIES, x, p + 2 * inner));
            }
            blocks = blocks.add(a0.add(a2).add(a1.add(a3)));
            if ((from / COLUMN_BLOCK + 1) % BLOCKS == 0) {
                total = total.add(blocks);
                blocks = zero;
            }
        }
        total.add(blocks).intoArray(out, oi);
    }

    private static float sumColumn(float[] x, int at, int rows, int inner) {
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
            if ((from / COLUMN_BLOCK + 1) % BLOCKS == 0) {
                total += blocks;
                blocks = 0;
            }
        }
        return total + blocks;
    }

    // A maximum is the same in any order, so these need no fixed tree.

    private static float maxRow(float[] x, int at, int n) {
        float greatest = Float.NEGATIVE_INFINITY;
        int i = 0;
        if (n >= LENGTH) {
            greatest = maxLanes(x, at, n);
            i = n / LENGTH * LENGTH;
        }
        for (; i < n; i++) {
            greatest = Math.max(greatest, x[at + i]);
        }
        return greatest;
    }

    private static float maxLanes(float[] x, int at, int n) {
        FloatVector greatest = FloatVector.fromArray(SPECIES, x, at);
        for (int i = LENGTH; i <= n - LENGTH; i += LENGTH) {
            greatest = greatest.max(FloatVector.fromArray(SPECIES, x, at + i));
        }
        return greatest.reduceLanes(VectorOperators.MAX);
    }

    private static void maxColumns(
            float[] x, int at, int rows, int inner, int columns, float[] out, int oi) {
        int c = 0;
        for (; c <= columns - LENGTH; c += LENGTH) {
            FloatVector greatest = FloatVector.fromArray(SPECIES, x, at + c);
            for (int r = 1; r < rows; r++) {
                greatest = greatest.max(FloatVector.fromArray(SPECIES, x, at + c + r * inner));
            }
            greatest.intoArray(out, oi + c);
        }
        for (; c < columns; c++) {
            float greatest = x[at + c];
            for (int r = 1; r < rows; r++) {
                greatest = Math.max(greatest, x[at + c + r * inner]);
            }
            out[oi + c] = greatest;
        }
    }
}
