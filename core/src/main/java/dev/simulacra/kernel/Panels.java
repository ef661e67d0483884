package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// Copies pieces of matrices to where a tile reads them side by side.
final class Panels {
    private static final int BLOCK = 16;
    private static final VectorMask<Float> M8 = mask(8);
    private static final VectorMask<Float> M4 = mask(4);
    private static final VectorMask<Float> M2 = mask(2);
    private static final VectorMask<Float> M1 = mask(1);
    private static final VectorShuffle<Float> X8 = exchange(8);
    private static final VectorShuffle<Float> X4 = exchange(4);
    private static final VectorShuffle<Float> X2 = exchange(2);
    private static final VectorShuffle<Float> X1 = exchange(1);

    private Panels() {}

    /// The lanes whose number has the bit `distance`.
    private static VectorMask<Float> mask(int distance) {
        boolean[] set = new boolean[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            set[i] = (i & distance) != 0;
        }
        return VectorMask.fromArray(SPECIES, set, 0);
    }

    /// Exchanges the lanes whose numbers differ in the bit `distance`.
    private static VectorShuffle<Float> exchange(int distance) {
        int[] from = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            from[i] = (i ^ distance) % LENGTH;
        }
        return VectorShuffle.fromArray(SPECIES, from, 0);
    }

    /// `to[start + l · step + j] = from[at + l · row + j]` for l below `steps` and j below `width`, a multiple of the
    /// vector. Where `from` ends within the last rows, what lies past its end is left out.
    static void copy(float[] from, int at, int row, int steps, int width, float[] to, int start, int step) {
        int inside = steps;
        while (inside > 0 && (long) at + (inside - 1) * row + width > from.length) {
            inside--;
            int first = at + inside * row;
            System.arraycopy(from, first, to, start + inside * step, Math.min(width, from.length - first));
        }
        if (width == LENGTH) {
            copyOne(from, at, row, inside, to, start, step);
        } else {
            for (int j = 0; j < width; j += 2 * LENGTH) {
                copyTwo(from, at + j, row, inside, to, start + j, step);
            }
        }
    }

    private static void copyOne(float[] from, int at, int row, int steps, float[] to, int start, int step) {
        for (int l = 0; l < steps; l++) {
            FloatVector.fromArray(SPECIES, from, at + l * row).intoArray(to, start + l * step);
        }
    }

    private static void copyTwo(float[] from, int at, int row, int steps, float[] to, int start, int step) {
        for (int l = 0; l < steps; l++) {
            FloatVector.fromArray(SPECIES, from, at + l * row).intoArray(to, start + l * step);
            FloatVector.fromArray(SPECIES, from, at + l * row + LENGTH).intoArray(to, start + l * step + LENGTH);
        }
    }

    /// `to[start + l · step + r] = from[at + r · row + l]` for l below `steps` and r below `rows`.
    static void transpose(float[] from, int at, int row, int rows, int steps, float[] to, int start, int step) {
        int r = 0;
        if (LENGTH == BLOCK && steps >= BLOCK) {
            for (; r <= rows - BLOCK; r += BLOCK) {
                strip16(from, at + r * row, row, steps, to, start + r, step);
            }
        }
        for (int l0 = 0; l0 < steps; l0 += BLOCK) {
            int l1 = Math.min(steps, l0 + BLOCK);
            for (int s = r; s < rows; s++) {
                int first = at + s * row;
                for (int l = l0; l < l1; l++) {
                    to[start + l * step + s] = from[first + l];
                }
            }
        }
    }

    /// Transposes blocks of 16 × 16 in registers: stage by stage, pairs of rows exchange halves, quarters, … elements.
    private static void strip16(float[] from, int at, int row, int steps, float[] to, int start, int step) {
        for (int l = 0; l < steps; l += 16) {
            int in = at + Math.min(l, steps - 16);
            int out = start + Math.min(l, steps - 16) * step;
            FloatVector x0 = FloatVector.fromArray(SPECIES, from, in);
            FloatVector x1 = FloatVector.fromArray(SPECIES, from, in + row);
            FloatVector x2 = FloatVector.fromArray(SPECIES, from, in + 2 * row);
            FloatVector x3 = FloatVector.fromArray(SPECIES, from, in + 3 * row);
            FloatVector x4 = FloatVector.fromArray(SPECIES, from, in + 4 * row);
            FloatVector x5 = FloatVector.fromArray(SPECIES, from, in + 5 * row);
            FloatVector x6 = FloatVector.fromArray(SPECIES, from, in + 6 * row);
            FloatVector x7 = FloatVector.fromArray(SPECIES, from, in + 7 * row);
            FloatVector x8 = FloatVector.fromArray(SPECIES, from, in + 8 * row);
            FloatVector x9 = FloatVector.fromArray(SPECIES, from, in + 9 * row);
            FloatVector x10 = FloatVector.fromArray(SPECIES, from, in + 10 * row);
            FloatVector x11 = FloatVector.fromArray(SPECIES, from, in + 11 * row);
            FloatVector x12 = FloatVector.fromArray(SPECIES, from, in + 12 * row);
            FloatVector x13 = FloatVector.fromArray(SPECIES, from, in + 13 * row);
            FloatVector x14 = FloatVector.fromArray(SPECIES, from, in + 14 * row);
            FloatVector x15 = FloatVector.fromArray(SPECIES, from, in + 15 * row);
            FloatVector t = x8.blend(x0, M8).rearrange(X8);
            x0 = x0.blend(t, M8);
            x8 = t.blend(x8, M8);
            t = x9.blend(x1, M8).rearrange(X8);
            x1 = x1.blend(t, M8);
            x9 = t.blend(x9, M8);
            t = x10.blend(x2, M8).rearrange(X8);
            x2 = x2.blend(t, M8);
            x10 = t.blend(x10, M8);
            t = x11.blend(x3, M8).rearrange(X8);
            x3 = x3.blend(t, M8);
            x11 = t.blend(x11, M8);
            t = x12.blend(x4, M8).rearrange(X8);
            x4 = x4.blend(t, M8);
            x12 = t.blend(x12, M8);
            t = x13.blend(x5, M8).rearrange(X8);
            x5 = x5.blend(t, M8);
            x13 = t.blend(x13, M8);
            t = x14.blend(x6, M8).rearrange(X8);
            x6 = x6.blend(t, M8);
            x14 = t.blend(x14, M8);
            t = x15.blend(x7, M8).rearrange(X8);
            x7 = x7.blend(t, M8);
            x15 = t.blend(x15, M8);
            t = x4.blend(x0, M4).rearrange(X4);
            x0 = x0.blend(t, M4);
            x4 = t.blend(x4, M4);
            t = x5.blend(x1, M4).rearrange(X4);
            x1 = x1.blend(t, M4);
            x5 = t.blend(x5, M4);
            t = x6.blend(x2, M4).rearrange(X4);
            x2 = x2.blend(t, M4);
            x6 = t.blend(x6, M4);
            t = x7.blend(x3, M4).rearrange(X4);
            x3 = x3.blend(t, M4);
            x7 = t.blend(x7, M4);
            t = x12.blend(x8, M4).rearrange(X4);
            x8 = x8.blend(t, M4);
            x12 = t.blend(x12, M4);
            t = x13.blend(x9, M4).rearrange(X4);
            x9 = x9.blend(t, M4);
            x13 = t.blend(x13, M4);
            t = x14.blend(x10, M4).rearrange(X4);
            x10 = x10.blend(t, M4);
            x14 = t.blend(x14, M4);
            t = x15.blend(x11, M4).rearrange(X4);
            x11 = x11.blend(t, M4);
            x15 = t.blend(x15, M4);
            t = x2.blend(x0, M2).rearrange(X2);
            x0 = x0.blend(t, M2);
            x2 = t.blend(x2, M2);
            t = x3.blend(x1, M2).rearrange(X2);
            x1 = x1.blend(t, M2);
            x3 = t.blend(x3, M2);
            t = x6.blend(x4, M2).rearrange(X2);
            x4 = x4.blend(t, M2);
            x6 = t.blend(x6, M2);
            t = x7.blend(x5, M2).rearrange(X2);
            x5 = x5.blend(t, M2);
            x7 = t.blend(x7, M2);
            t = x10.blend(x8, M2).rearrange(X2);
            x8 = x8.blend(t, M2);
            x10 = t.blend(x10, M2);
            t = x11.blend(x9, M2).rearrange(X2);
            x9 = x9.blend(t, M2);
            x11 = t.blend(x11, M2);
            t = x14.blend(x12, M2).rearrange(X2);
            x12 = x12.blend(t, M2);
            x14 = t.blend(x14, M2);
            t = x15.blend(x13, M2).rearrange(X2);
            x13 = x13.blend(t, M2);
            x15 = t.blend(x15, M2);
            t = x1.blend(x0, M1).rearrange(X1);
            x0 = x0.blend(t, M1);
            x1 = t.blend(x1, M1);
            t = x3.blend(x2, M1).rearrange(X1);
            x2 = x2.blend(t, M1);
            x3 = t.blend(x3, M1);
            t = x5.blend(x4, M1).rearrange(X1);
            x4 = x4.blend(t, M1);
            x5 = t.blend(x5, M1);
            t = x7.blend(x6, M1).rearrange(X1);
            x6 = x6.blend(t, M1);
            x7 = t.blend(x7, M1);
            t = x9.blend(x8, M1).rearrange(X1);
            x8 = x8.blend(t, M1);
            x9 = t.blend(x9, M1);
            t = x11.blend(x10, M1).rearrange(X1);
            x10 = x10.blend(t, M1);
            x11 = t.blend(x11, M1);
            t = x13.blend(x12, M1).rearrange(X1);
            x12 = x12.blend(t, M1);
            x13 = t.blend(x13, M1);
            t = x15.blend(x14, M1).rearrange(X1);
            x14 = x14.blend(t, M1);
            x15 = t.blend(x15, M1);
            x0.intoArray(to, out);
            x1.intoArray(to, out + step);
            x2.intoArray(to, out + 2 * step);
            x3.intoArray(to, out + 3 * step);
            x4.intoArray(to, out + 4 * step);
            x5.intoArray(to, out + 5 * step);
            x6.intoArray(to, out + 6 * step);
            x7.intoArray(to, out + 7 * step);
            x8.intoArray(to, out + 8 * step);
            x9.intoArray(to, out + 9 * step);
            x10.intoArray(to, out + 10 * step);
            x11.intoArray(to, out + 11 * step);
            x12.intoArray(to, out + 12 * step);
            x13.intoArray(to, out + 13 * step);
            x14.intoArray(to, out + 14 * step);
            x15.intoArray(to, out + 15 * step);
        }
    }
}
