package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;

import jdk.incubator.vector.FloatVector;

/// Sums of multiples of rows, `c[j] = Σ x[l] · b[l, j]`, each the chain that [MatMul] defines: what counts is how fast
/// the rows pass by, so they are read and written from left to right.
final class RowProducts {
    /// The columns of [#two].
    static final int WIDTH = 4 * LENGTH;

    private RowProducts() {}

    /// Columns `left` to `right − 1` of the sum of rows `from` to `to − 1`, which lie `row` apart.
    static void combine(float[] x, float[] b, int row, int from, int to, float[] c, int left, int right) {
        int l = from;
        for (; l <= to - 8; l += 8) {
            eight(x, l, b, l * row + left, row, l == from, c, left, right - left);
        }
        for (; l < to; l++) {
            one(x[l], b, l * row + left, l == from, c, left, right - left);
        }
    }

    /// Adds `x` times a row to a row; a `fresh` one begins at +0.
    static void one(float x, float[] b, int bi, boolean fresh, float[] c, int ci, int count) {
        FloatVector v = FloatVector.broadcast(SPECIES, x);
        FloatVector zero = FloatVector.zero(SPECIES);
        int j = 0;
        if (fresh) {
            for (; j <= count - LENGTH; j += LENGTH) {
                FloatVector.fromArray(SPECIES, b, bi + j).fma(v, zero).intoArray(c, ci + j);
            }
        } else {
            for (; j <= count - LENGTH; j += LENGTH) {
                FloatVector s = FloatVector.fromArray(SPECIES, c, ci + j);
                FloatVector.fromArray(SPECIES, b, bi + j).fma(v, s).intoArray(c, ci + j);
            }
        }
        for (; j < count; j++) {
            c[ci + j] = Math.fma(x, b[bi + j], fresh ? 0 : c[ci + j]);
        }
    }

    private static void eight(
            float[] x, int xi, float[] b, int b0, int row, boolean fresh, float[] c, int ci, int count) {
        int b1 = b0 + row;
        int b2 = b1 + row;
        int b3 = b2 + row;
        int b4 = b3 + row;
        int b5 = b4 + row;
        int b6 = b5 + row;
        int b7 = b6 + row;
        FloatVector v0 = FloatVector.broadcast(SPECIES, x[xi]);
        FloatVector v1 = FloatVector.broadcast(SPECIES, x[xi + 1]);
        FloatVector v2 = FloatVector.broadcast(SPECIES, x[xi + 2]);
        FloatVector v3 = FloatVector.broadcast(SPECIES, x[xi + 3]);
        FloatVector v4 = FloatVector.broadcast(SPECIES, x[xi + 4]);
        FloatVector v5 = FloatVector.broadcast(SPECIES, x[xi + 5]);
        FloatVector v6 = FloatVector.broadcast(SPECIES, x[xi + 6]);
        FloatVector v7 = FloatVector.broadcast(SPECIES, x[xi + 7]);
        FloatVector zero = FloatVector.zero(SPECIES);
        int j = 0;
        for (; j <= count - LENGTH; j += LENGTH) {
            FloatVector s = fresh ? zero : FloatVector.fromArray(SPECIES, c, ci + j);
            s = FloatVector.fromArray(SPECIES, b, b0 + j).fma(v0, s);
            s = FloatVector.fromArray(SPECIES, b, b1 + j).fma(v1, s);
            s = FloatVector.fromArray(SPECIES, b, b2 + j).fma(v2, s);
            s = FloatVector.fromArray(SPECIES, b, b3 + j).fma(v3, s);
            s = FloatVector.fromArray(SPECIES, b, b4 + j).fma(v4, s);
            s = FloatVector.fromArray(SPECIES, b, b5 + j).fma(v5, s);
            s = FloatVector.fromArray(SPECIES, b, b6 + j).fma(v6, s);
            s = FloatVector.fromArray(SPECIES, b, b7 + j).fma(v7, s);
            s.intoArray(c, ci + j);
        }
        for (; j < count; j++) {
            float s = fresh ? 0 : c[ci + j];
            for (int l = 0; l < 8; l++) {
                s = Math.fma(x[xi + l], b[b0 + l * row + j], s);
            }
            c[ci + j] = s;
        }
    }

    /// `WIDTH` columns, from `bi` and `ci` on, of a product of two steps: the two rows of B stay in registers.
    static void two(float[] a, int ai, int aRow, int aStep, float[] b, int bi, float[] c, int ci, int n, int rows) {
        FloatVector v00 = FloatVector.fromArray(SPECIES, b, bi);
        FloatVector v01 = FloatVector.fromArray(SPECIES, b, bi + LENGTH);
        FloatVector v02 = FloatVector.fromArray(SPECIES, b, bi + 2 * LENGTH);
        FloatVector v03 = FloatVector.fromArray(SPECIES, b, bi + 3 * LENGTH);
        FloatVector v10 = FloatVector.fromArray(SPECIES, b, bi + n);
        FloatVector v11 = FloatVector.fromArray(SPECIES, b, bi + n + LENGTH);
        FloatVector v12 = FloatVector.fromArray(SPECIES, b, bi + n + 2 * LENGTH);
        FloatVector v13 = FloatVector.fromArray(SPECIES, b, bi + n + 3 * LENGTH);
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0; i < rows; i++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[ai + i * aRow]);
            FloatVector y = FloatVector.broadcast(SPECIES, a[ai + i * aRow + aStep]);
            int at = ci + i * n;
            y.fma(v10, x.fma(v00, zero)).intoArray(c, at);
            y.fma(v11, x.fma(v01, zero)).intoArray(c, at + LENGTH);
            y.fma(v12, x.fma(v02, zero)).intoArray(c, at + 2 * LENGTH);
            y.fma(v13, x.fma(v03, zero)).intoArray(c, at + 3 * LENGTH);
        }
    }
}
