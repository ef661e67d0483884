package dev.simulacra.kernel;

/// Elements of a matrix product one by one, four rows at a time: for few columns.
final class Chains {
    private Chains() {}

    /// Rows `top` to `bottom − 1` of c, all columns, of the terms `from` to `to − 1`.
    static void rows(ProductShape shape, float[] a, float[] b, float[] c, int top, int bottom, int from, int to) {
        int row = shape.aRow();
        int step = shape.aStep();
        int bStep = shape.bStep();
        int n = shape.n();
        int i = top;
        for (; i < bottom; i += i <= bottom - 4 ? 4 : 1) {
            int ai = i * row + from * step;
            for (int j = 0; j < n; j++) {
                int bi = j * shape.bColumn() + from * bStep;
                if (i <= bottom - 4) {
                    four(a, ai, row, step, b, bi, bStep, to - from, c, i * n + j, n);
                } else {
                    c[i * n + j] = one(a, ai, step, b, bi, bStep, to - from);
                }
            }
        }
    }

    private static void four(
            float[] a, int ai, int row, int step, float[] b, int bi, int bStep, int k, float[] c, int ci, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int p = ai;
        int q = bi;
        for (int l = 0; l < k; l++) {
            float w = b[q];
            s0 = Math.fma(a[p], w, s0);
            s1 = Math.fma(a[p + row], w, s1);
            s2 = Math.fma(a[p + 2 * row], w, s2);
            s3 = Math.fma(a[p + 3 * row], w, s3);
            p += step;
            q += bStep;
        }
        c[ci] = s0;
        c[ci + n] = s1;
        c[ci + 2 * n] = s2;
        c[ci + 3 * n] = s3;
    }

    private static float one(float[] a, int ai, int step, float[] b, int bi, int bStep, int k) {
        float s = 0;
        for (int l = 0; l < k; l++) {
            s = Math.fma(a[ai + l * step], b[bi + l * bStep], s);
        }
        return s;
    }
}
