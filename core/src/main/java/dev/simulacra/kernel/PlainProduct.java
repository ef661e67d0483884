package dev.simulacra.kernel;

import java.util.Arrays;

/// The scalar form of a matrix product.
///
/// The virtual machine turns its innermost loop into vector instructions by itself, as it reads and writes arrays at
/// the same index alone: rows of B, and sums of a row of C, are copied to arrays of their own.
final class PlainProduct implements ProductKernel {
    /// The columns of C that are computed at a time.
    private static final int COLUMNS = 256;
    /// The rows of B that are copied at a time: 32 kB, the first-level cache.
    private static final int STEPS = 32;
    /// The rows of C that are computed at a time, so that each number of B is loaded once for all of them.
    private static final int ROWS = 4;
    private static final float[] NOTHING = {};

    private final ProductShape shape;
    private final MatMul.Memory memory;
    /// For each part the rows of B, then the sums.
    private float[][][] rows = {};
    private float[] a = NOTHING;
    private float[] b = NOTHING;
    private float[] c = NOTHING;

    PlainProduct(ProductShape shape, MatMul.Memory memory) {
        this.shape = shape;
        this.memory = memory;
    }

    @Override
    public int rowUnit() {
        return ROWS;
    }

    @Override
    public int columnUnit() {
        return 16;
    }

    @Override
    public void prepare(float[] a, float[] b, float[] c, int parts) {
        this.a = a;
        this.b = b;
        this.c = c;
        rows = memory.rows(parts, STEPS + ROWS, COLUMNS);
    }

    @Override
    public void rectangle(int part, int top, int bottom, int left, int right, int from, int to) {
        if (shape.n() <= MatMul.FEW_COLUMNS) {
            Chains.rows(shape, a, b, c, top, bottom, from, to);
            return;
        }
        for (int j = left; j < right; j += COLUMNS) {
            int columns = Math.min(COLUMNS, right - j);
            for (int l = from; l < to; l += STEPS) {
                int steps = Math.min(STEPS, to - l);
                copy(rows[part], j, columns, l, steps);
                for (int i = top; i < bottom; i += ROWS) {
                    tile(rows[part], i, Math.min(ROWS, bottom - i), j, columns, l, steps, l == from);
                }
            }
        }
    }

    private void copy(float[][] rows, int j, int columns, int l, int steps) {
        int bi = j * shape.bColumn() + l * shape.bStep();
        for (int s = 0; s < steps; s++) {
            if (shape.transposeB()) {
                for (int column = 0; column < columns; column++) {
                    rows[s][column] = b[bi + s + column * shape.k()];
                }
            } else {
                System.arraycopy(b, bi + s * shape.n(), rows[s], 0, columns);
            }
        }
    }

    /// Adds the products of `steps` columns of op(A) with as many rows of B to rows `i` to `i + count − 1` of C. Of a
    /// missing row, the sums mean nothing and are not stored.
    private void tile(float[][] rows, int i, int count, int j, int columns, int l, int steps, boolean fresh) {
        int n = shape.n();
        for (int r = 0; r < count; r++) {
            if (fresh) {
                Arrays.fill(rows[STEPS + r], 0, columns, 0);
            } else {
                System.arraycopy(c, (i + r) * n + j, rows[STEPS + r], 0, columns);
            }
        }
        int row = shape.aRow();
        int step = shape.aStep();
        int ai = i * row + l * step;
        int s = 0;
        for (; s <= steps - 4; s += 4) {
            fourSteps(ai + s * step, row, step, count - 1, rows, s, columns);
        }
        for (; s < steps; s++) {
            for (int r = 0; r < count; r++) {
                oneStep(a[ai + r * row + s * step], rows[s], rows[STEPS + r], columns);
            }
        }
        for (int r = 0; r < count; r++) {
            System.arraycopy(rows[STEPS + r], 0, c, (i + r) * n + j, columns);
        }
    }

    private void fourSteps(int ai, int row, int step, int last, float[][] rows, int s, int columns) {
        int a1 = ai + Math.min(1, last) * row;
        int a2 = ai + Math.min(2, last) * row;
        int a3 = ai + Math.min(3, last) * row;
        float x00 = a[ai];
        float x01 = a[ai + step];
        float x02 = a[ai + 2 * step];
        float x03 = a[ai + 3 * step];
        float x10 = a[a1];
        float x11 = a[a1 + step];
        float x12 = a[a1 + 2 * step];
        float x13 = a[a1 + 3 * step];
        float x20 = a[a2];
        float x21 = a[a2 + step];
        float x22 = a[a2 + 2 * step];
        float x23 = a[a2 + 3 * step];
        float x30 = a[a3];
        float x31 = a[a3 + step];
        float x32 = a[a3 + 2 * step];
        float x33 = a[a3 + 3 * step];
        float[] b0 = rows[s];
        float[] b1 = rows[s + 1];
        float[] b2 = rows[s + 2];
        float[] b3 = rows[s + 3];
        float[] s0 = rows[STEPS];
        float[] s1 = rows[STEPS + 1];
        float[] s2 = rows[STEPS + 2];
        float[] s3 = rows[STEPS + 3];
        for (int j = 0; j < columns; j++) {
            float y0 = b0[j];
            float y1 = b1[j];
            float y2 = b2[j];
            float y3 = b3[j];
            s0[j] = Math.fma(x03, y3, Math.fma(x02, y2, Math.fma(x01, y1, Math.fma(x00, y0, s0[j]))));
            s1[j] = Math.fma(x13, y3, Math.fma(x12, y2, Math.fma(x11, y1, Math.fma(x10, y0, s1[j]))));
            s2[j] = Math.fma(x23, y3, Math.fma(x22, y2, Math.fma(x21, y1, Math.fma(x20, y0, s2[j]))));
            s3[j] = Math.fma(x33, y3, Math.fma(x32, y2, Math.fma(x31, y1, Math.fma(x30, y0, s3[j]))));
        }
    }

    private static void oneStep(float x, float[] row, float[] sums, int columns) {
        for (int j = 0; j < columns; j++) {
            sums[j] = Math.fma(x, row[j], sums[j]);
        }
    }
}
