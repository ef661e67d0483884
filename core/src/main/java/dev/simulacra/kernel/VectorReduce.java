package dev.simulacra.kernel;

import static dev.simulacra.kernel.Reduce.BLOCKS;
import static dev.simulacra.kernel.Reduce.CHUNK;
import static dev.simulacra.kernel.Reduce.COLUMN_BLOCK;
import static dev.simulacra.kernel.Reduce.GROUP;
import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The vector form of [Reduce]. Methods over columns compute as many columns as fill vectors, beginning with the first,
/// and return their number.
final class VectorReduce {
    private VectorReduce() {}

    /// The sum of whole chunks of 16.
    static float sumChunks(float[] x, int at, int even) {
        return switch (LENGTH) {
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
        float first = Reduce.four(v.lane(0), v.lane(1), v.lane(2), v.lane(3));
        if (LENGTH == 4) {
            return first;
        }
        float half = first + Reduce.four(v.lane(4), v.lane(5), v.lane(6), v.lane(7));
        if (LENGTH == 8) {
            return half;
        }
        return half + (Reduce.four(v.lane(8), v.lane(9), v.lane(10), v.lane(11))
                + Reduce.four(v.lane(12), v.lane(13), v.lane(14), v.lane(15)));
    }

    static int sumColumns(float[] x, int at, int rows, int inner, int columns, float[] out, int oi) {
        int c = 0;
        for (; c <= columns - LENGTH; c += LENGTH) {
            sumColumnLanes(x, at + c, rows, inner, out, oi + c);
        }
        return c;
    }

    private static void sumColumnLanes(float[] x, int at, int rows, int inner, float[] out, int oi) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector groups = zero;
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
            int done = from / COLUMN_BLOCK + 1;
            if (done % BLOCKS == 0) {
                total = total.add(blocks);
                blocks = zero;
            }
            if (done % GROUP == 0) {
                groups = groups.add(total);
                total = zero;
            }
        }
        groups.add(total.add(blocks)).intoArray(out, oi);
    }

    /// The maximum of at least one vector; the last vector may overlap the one before, which changes no maximum.
    static float maxRow(float[] x, int at, int n) {
        FloatVector greatest = FloatVector.fromArray(SPECIES, x, at);
        for (int i = LENGTH; i < n - LENGTH; i += LENGTH) {
            greatest = greatest.max(FloatVector.fromArray(SPECIES, x, at + i));
        }
        greatest = greatest.max(FloatVector.fromArray(SPECIES, x, at + n - LENGTH));
        return greatest.reduceLanes(VectorOperators.MAX);
    }

    static int maxColumns(float[] x, int at, int rows, int inner, int columns, float[] out, int oi) {
        int c = 0;
        for (; c <= columns - LENGTH; c += LENGTH) {
            FloatVector greatest = FloatVector.fromArray(SPECIES, x, at + c);
            for (int r = 1; r < rows; r++) {
                greatest = greatest.max(FloatVector.fromArray(SPECIES, x, at + c + r * inner));
            }
            greatest.intoArray(out, oi + c);
        }
        return c;
    }
}
