package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;

import jdk.incubator.vector.FloatVector;

/// The innermost loops of a matrix product: a tile of C stays in registers while the steps of l pass by.
///
/// A tile has eight or four rows and two vectors of columns, or one ("half"). Each method multiplies `steps` columns of
/// op(A), from `ai` on, with as many rows of op(B), which begin at `bi`, and adds the products to the tile at `ci`,
/// whose rows lie `cRow` apart; a `fresh` tile begins at +0. Rows after `last` are missing: the row `last` stands in
/// for them and is stored after them, so what they hold does not matter.
///
/// Every load, multiply-add and store is written out, as the compiler keeps vectors in registers only within a method;
/// the constant step of B, or of A where its columns are read, spares checks that cost a tenth; two steps in one
/// iteration share the addresses of A.
final class Tile {
    /// The floats between two steps of a panel of B.
    static final int WIDTH = 2 * LENGTH;
    /// Rows of A that are copied aside together, and so the floats between two of their steps.
    static final int GROUP = 16;
    private static final float[] ZEROS = new float[WIDTH];

    private Tile() {}

    /// Eight rows of A, `row` apart, their steps side by side; rows of B `WIDTH` apart.
    static void eightRows(
            float[] a, int ai, int row, float[] b, int bi, int steps, boolean fresh,
            float[] c, int ci, int cRow, int last) {
        float[] from = fresh ? ZEROS : c;
        int fi = fresh ? 0 : ci;
        int fRow = fresh ? 0 : cRow;
        FloatVector c00 = FloatVector.fromArray(SPECIES, from, fi);
        FloatVector c01 = FloatVector.fromArray(SPECIES, from, fi + LENGTH);
        int r1 = Math.min(1, last);
        FloatVector c10 = FloatVector.fromArray(SPECIES, from, fi + r1 * fRow);
        FloatVector c11 = FloatVector.fromArray(SPECIES, from, fi + r1 * fRow + LENGTH);
        int r2 = Math.min(2, last);
        FloatVector c20 = FloatVector.fromArray(SPECIES, from, fi + r2 * fRow);
        FloatVector c21 = FloatVector.fromArray(SPECIES, from, fi + r2 * fRow + LENGTH);
        int r3 = Math.min(3, last);
        FloatVector c30 = FloatVector.fromArray(SPECIES, from, fi + r3 * fRow);
        FloatVector c31 = FloatVector.fromArray(SPECIES, from, fi + r3 * fRow + LENGTH);
        int r4 = Math.min(4, last);
        FloatVector c40 = FloatVector.fromArray(SPECIES, from, fi + r4 * fRow);
        FloatVector c41 = FloatVector.fromArray(SPECIES, from, fi + r4 * fRow + LENGTH);
        int r5 = Math.min(5, last);
        FloatVector c50 = FloatVector.fromArray(SPECIES, from, fi + r5 * fRow);
        FloatVector c51 = FloatVector.fromArray(SPECIES, from, fi + r5 * fRow + LENGTH);
        int r6 = Math.min(6, last);
        FloatVector c60 = FloatVector.fromArray(SPECIES, from, fi + r6 * fRow);
        FloatVector c61 = FloatVector.fromArray(SPECIES, from, fi + r6 * fRow + LENGTH);
        int r7 = Math.min(7, last);
        FloatVector c70 = FloatVector.fromArray(SPECIES, from, fi + r7 * fRow);
        FloatVector c71 = FloatVector.fromArray(SPECIES, from, fi + r7 * fRow + LENGTH);
        int a1 = ai + r1 * row;
        int a2 = ai + r2 * row;
        int a3 = ai + r3 * row;
        int a4 = ai + r4 * row;
        int a5 = ai + r5 * row;
        int a6 = ai + r6 * row;
        int a7 = ai + r7 * row;
        int l = 0;
        for (; l < steps - 1; l += 2) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH + LENGTH);
            FloatVector v0 = FloatVector.broadcast(SPECIES, a[ai + l]);
            c00 = v0.fma(b0, c00);
            c01 = v0.fma(b1, c01);
            FloatVector v1 = FloatVector.broadcast(SPECIES, a[a1 + l]);
            c10 = v1.fma(b0, c10);
            c11 = v1.fma(b1, c11);
            FloatVector v2 = FloatVector.broadcast(SPECIES, a[a2 + l]);
            c20 = v2.fma(b0, c20);
            c21 = v2.fma(b1, c21);
            FloatVector v3 = FloatVector.broadcast(SPECIES, a[a3 + l]);
            c30 = v3.fma(b0, c30);
            c31 = v3.fma(b1, c31);
            FloatVector v4 = FloatVector.broadcast(SPECIES, a[a4 + l]);
            c40 = v4.fma(b0, c40);
            c41 = v4.fma(b1, c41);
            FloatVector v5 = FloatVector.broadcast(SPECIES, a[a5 + l]);
            c50 = v5.fma(b0, c50);
            c51 = v5.fma(b1, c51);
            FloatVector v6 = FloatVector.broadcast(SPECIES, a[a6 + l]);
            c60 = v6.fma(b0, c60);
            c61 = v6.fma(b1, c61);
            FloatVector v7 = FloatVector.broadcast(SPECIES, a[a7 + l]);
            c70 = v7.fma(b0, c70);
            c71 = v7.fma(b1, c71);
            FloatVector d0 = FloatVector.fromArray(SPECIES, b, bi + (l + 1) * WIDTH);
            FloatVector d1 = FloatVector.fromArray(SPECIES, b, bi + (l + 1) * WIDTH + LENGTH);
            FloatVector u0 = FloatVector.broadcast(SPECIES, a[ai + l + 1]);
            c00 = u0.fma(d0, c00);
            c01 = u0.fma(d1, c01);
            FloatVector u1 = FloatVector.broadcast(SPECIES, a[a1 + l + 1]);
            c10 = u1.fma(d0, c10);
            c11 = u1.fma(d1, c11);
            FloatVector u2 = FloatVector.broadcast(SPECIES, a[a2 + l + 1]);
            c20 = u2.fma(d0, c20);
            c21 = u2.fma(d1, c21);
            FloatVector u3 = FloatVector.broadcast(SPECIES, a[a3 + l + 1]);
            c30 = u3.fma(d0, c30);
            c31 = u3.fma(d1, c31);
            FloatVector u4 = FloatVector.broadcast(SPECIES, a[a4 + l + 1]);
            c40 = u4.fma(d0, c40);
            c41 = u4.fma(d1, c41);
            FloatVector u5 = FloatVector.broadcast(SPECIES, a[a5 + l + 1]);
            c50 = u5.fma(d0, c50);
            c51 = u5.fma(d1, c51);
            FloatVector u6 = FloatVector.broadcast(SPECIES, a[a6 + l + 1]);
            c60 = u6.fma(d0, c60);
            c61 = u6.fma(d1, c61);
            FloatVector u7 = FloatVector.broadcast(SPECIES, a[a7 + l + 1]);
            c70 = u7.fma(d0, c70);
            c71 = u7.fma(d1, c71);
        }
        if (l < steps) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH + LENGTH);
            FloatVector v0 = FloatVector.broadcast(SPECIES, a[ai + l]);
            c00 = v0.fma(b0, c00);
            c01 = v0.fma(b1, c01);
            FloatVector v1 = FloatVector.broadcast(SPECIES, a[a1 + l]);
            c10 = v1.fma(b0, c10);
            c11 = v1.fma(b1, c11);
            FloatVector v2 = FloatVector.broadcast(SPECIES, a[a2 + l]);
            c20 = v2.fma(b0, c20);
            c21 = v2.fma(b1, c21);
            FloatVector v3 = FloatVector.broadcast(SPECIES, a[a3 + l]);
            c30 = v3.fma(b0, c30);
            c31 = v3.fma(b1, c31);
            FloatVector v4 = FloatVector.broadcast(SPECIES, a[a4 + l]);
            c40 = v4.fma(b0, c40);
            c41 = v4.fma(b1, c41);
            FloatVector v5 = FloatVector.broadcast(SPECIES, a[a5 + l]);
            c50 = v5.fma(b0, c50);
            c51 = v5.fma(b1, c51);
            FloatVector v6 = FloatVector.broadcast(SPECIES, a[a6 + l]);
            c60 = v6.fma(b0, c60);
            c61 = v6.fma(b1, c61);
            FloatVector v7 = FloatVector.broadcast(SPECIES, a[a7 + l]);
            c70 = v7.fma(b0, c70);
            c71 = v7.fma(b1, c71);
        }
        c70.intoArray(c, ci + r7 * cRow);
        c71.intoArray(c, ci + r7 * cRow + LENGTH);
        c60.intoArray(c, ci + r6 * cRow);
        c61.intoArray(c, ci + r6 * cRow + LENGTH);
        c50.intoArray(c, ci + r5 * cRow);
        c51.intoArray(c, ci + r5 * cRow + LENGTH);
        c40.intoArray(c, ci + r4 * cRow);
        c41.intoArray(c, ci + r4 * cRow + LENGTH);
        c30.intoArray(c, ci + r3 * cRow);
        c31.intoArray(c, ci + r3 * cRow + LENGTH);
        c20.intoArray(c, ci + r2 * cRow);
        c21.intoArray(c, ci + r2 * cRow + LENGTH);
        c10.intoArray(c, ci + r1 * cRow);
        c11.intoArray(c, ci + r1 * cRow + LENGTH);
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LENGTH);
    }

    /// Eight rows of A, side by side, their steps `GROUP` apart, all of them readable; rows of B `bStep` apart.
    static void eightColumns(
            float[] a, int ai, float[] b, int bi, int bStep, int steps, boolean fresh,
            float[] c, int ci, int cRow, int last) {
        float[] from = fresh ? ZEROS : c;
        int fi = fresh ? 0 : ci;
        int fRow = fresh ? 0 : cRow;
        FloatVector c00 = FloatVector.fromArray(SPECIES, from, fi);
        FloatVector c01 = FloatVector.fromArray(SPECIES, from, fi + LENGTH);
        int r1 = Math.min(1, last);
        FloatVector c10 = FloatVector.fromArray(SPECIES, from, fi + r1 * fRow);
        FloatVector c11 = FloatVector.fromArray(SPECIES, from, fi + r1 * fRow + LENGTH);
        int r2 = Math.min(2, last);
        FloatVector c20 = FloatVector.fromArray(SPECIES, from, fi + r2 * fRow);
        FloatVector c21 = FloatVector.fromArray(SPECIES, from, fi + r2 * fRow + LENGTH);
        int r3 = Math.min(3, last);
        FloatVector c30 = FloatVector.fromArray(SPECIES, from, fi + r3 * fRow);
        FloatVector c31 = FloatVector.fromArray(SPECIES, from, fi + r3 * fRow + LENGTH);
        int r4 = Math.min(4, last);
        FloatVector c40 = FloatVector.fromArray(SPECIES, from, fi + r4 * fRow);
        FloatVector c41 = FloatVector.fromArray(SPECIES, from, fi + r4 * fRow + LENGTH);
        int r5 = Math.min(5, last);
        FloatVector c50 = FloatVector.fromArray(SPECIES, from, fi + r5 * fRow);
        FloatVector c51 = FloatVector.fromArray(SPECIES, from, fi + r5 * fRow + LENGTH);
        int r6 = Math.min(6, last);
        FloatVector c60 = FloatVector.fromArray(SPECIES, from, fi + r6 * fRow);
        FloatVector c61 = FloatVector.fromArray(SPECIES, from, fi + r6 * fRow + LENGTH);
        int r7 = Math.min(7, last);
        FloatVector c70 = FloatVector.fromArray(SPECIES, from, fi + r7 * fRow);
        FloatVector c71 = FloatVector.fromArray(SPECIES, from, fi + r7 * fRow + LENGTH);
        for (int l = 0; l < steps; l++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi + l * bStep);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + l * bStep + LENGTH);
            FloatVector v0 = FloatVector.broadcast(SPECIES, a[ai + l * GROUP]);
            c00 = v0.fma(b0, c00);
            c01 = v0.fma(b1, c01);
            FloatVector v1 = FloatVector.broadcast(SPECIES, a[ai + l * GROUP + 1]);
            c10 = v1.fma(b0, c10);
            c11 = v1.fma(b1, c11);
            FloatVector v2 = FloatVector.broadcast(SPECIES, a[ai + l * GROUP + 2]);
            c20 = v2.fma(b0, c20);
            c21 = v2.fma(b1, c21);
            FloatVector v3 = FloatVector.broadcast(SPECIES, a[ai + l * GROUP + 3]);
            c30 = v3.fma(b0, c30);
            c31 = v3.fma(b1, c31);
            FloatVector v4 = FloatVector.broadcast(SPECIES, a[ai + l * GROUP + 4]);
            c40 = v4.fma(b0, c40);
            c41 = v4.fma(b1, c41);
            FloatVector v5 = FloatVector.broadcast(SPECIES, a[ai + l * GROUP + 5]);
            c50 = v5.fma(b0, c50);
            c51 = v5.fma(b1, c51);
            FloatVector v6 = FloatVector.broadcast(SPECIES, a[ai + l * GROUP + 6]);
            c60 = v6.fma(b0, c60);
            c61 = v6.fma(b1, c61);
            FloatVector v7 = FloatVector.broadcast(SPECIES, a[ai + l * GROUP + 7]);
            c70 = v7.fma(b0, c70);
            c71 = v7.fma(b1, c71);
        }
        c70.intoArray(c, ci + r7 * cRow);
        c71.intoArray(c, ci + r7 * cRow + LENGTH);
        c60.intoArray(c, ci + r6 * cRow);
        c61.intoArray(c, ci + r6 * cRow + LENGTH);
        c50.intoArray(c, ci + r5 * cRow);
        c51.intoArray(c, ci + r5 * cRow + LENGTH);
        c40.intoArray(c, ci + r4 * cRow);
        c41.intoArray(c, ci + r4 * cRow + LENGTH);
        c30.intoArray(c, ci + r3 * cRow);
        c31.intoArray(c, ci + r3 * cRow + LENGTH);
        c20.intoArray(c, ci + r2 * cRow);
        c21.intoArray(c, ci + r2 * cRow + LENGTH);
        c10.intoArray(c, ci + r1 * cRow);
        c11.intoArray(c, ci + r1 * cRow + LENGTH);
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LENGTH);
    }

    /// As [#eightRows] with four rows.
    static void fourRows(
            float[] a, int ai, int row, float[] b, int bi, int steps, boolean fresh,
            float[] c, int ci, int cRow, int last) {
        float[] from = fresh ? ZEROS : c;
        int fi = fresh ? 0 : ci;
        int fRow = fresh ? 0 : cRow;
        FloatVector c00 = FloatVector.fromArray(SPECIES, from, fi);
        FloatVector c01 = FloatVector.fromArray(SPECIES, from, fi + LENGTH);
        int r1 = Math.min(1, last);
        FloatVector c10 = FloatVector.fromArray(SPECIES, from, fi + r1 * fRow);
        FloatVector c11 = FloatVector.fromArray(SPECIES, from, fi + r1 * fRow + LENGTH);
        int r2 = Math.min(2, last);
        FloatVector c20 = FloatVector.fromArray(SPECIES, from, fi + r2 * fRow);
        FloatVector c21 = FloatVector.fromArray(SPECIES, from, fi + r2 * fRow + LENGTH);
        int r3 = Math.min(3, last);
        FloatVector c30 = FloatVector.fromArray(SPECIES, from, fi + r3 * fRow);
        FloatVector c31 = FloatVector.fromArray(SPECIES, from, fi + r3 * fRow + LENGTH);
        int a1 = ai + r1 * row;
        int a2 = ai + r2 * row;
        int a3 = ai + r3 * row;
        for (int l = 0; l < steps; l++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH + LENGTH);
            FloatVector v0 = FloatVector.broadcast(SPECIES, a[ai + l]);
            c00 = v0.fma(b0, c00);
            c01 = v0.fma(b1, c01);
            FloatVector v1 = FloatVector.broadcast(SPECIES, a[a1 + l]);
            c10 = v1.fma(b0, c10);
            c11 = v1.fma(b1, c11);
            FloatVector v2 = FloatVector.broadcast(SPECIES, a[a2 + l]);
            c20 = v2.fma(b0, c20);
            c21 = v2.fma(b1, c21);
            FloatVector v3 = FloatVector.broadcast(SPECIES, a[a3 + l]);
            c30 = v3.fma(b0, c30);
            c31 = v3.fma(b1, c31);
        }
        c30.intoArray(c, ci + r3 * cRow);
        c31.intoArray(c, ci + r3 * cRow + LENGTH);
        c20.intoArray(c, ci + r2 * cRow);
        c21.intoArray(c, ci + r2 * cRow + LENGTH);
        c10.intoArray(c, ci + r1 * cRow);
        c11.intoArray(c, ci + r1 * cRow + LENGTH);
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LENGTH);
    }

    /// As [#eightColumns] with four rows.
    static void fourColumns(
            float[] a, int ai, float[] b, int bi, int bStep, int steps, boolean fresh,
            float[] c, int ci, int cRow, int last) {
        float[] from = fresh ? ZEROS : c;
        int fi = fresh ? 0 : ci;
        int fRow = fresh ? 0 : cRow;
        FloatVector c00 = FloatVector.fromArray(SPECIES, from, fi);
        FloatVector c01 = FloatVector.fromArray(SPECIES, from, fi + LENGTH);
        int r1 = Math.min(1, last);
        FloatVector c10 = FloatVector.fromArray(SPECIES, from, fi + r1 * fRow);
        FloatVector c11 = FloatVector.fromArray(SPECIES, from, fi + r1 * fRow + LENGTH);
        int r2 = Math.min(2, last);
        FloatVector c20 = FloatVector.fromArray(SPECIES, from, fi + r2 * fRow);
        FloatVector c21 = FloatVector.fromArray(SPECIES, from, fi + r2 * fRow + LENGTH);
        int r3 = Math.min(3, last);
        FloatVector c30 = FloatVector.fromArray(SPECIES, from, fi + r3 * fRow);
        FloatVector c31 = FloatVector.fromArray(SPECIES, from, fi + r3 * fRow + LENGTH);
        for (int l = 0; l < steps; l++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi + l * bStep);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + l * bStep + LENGTH);
            FloatVector v0 = FloatVector.broadcast(SPECIES, a[ai + l * GROUP]);
            c00 = v0.fma(b0, c00);
            c01 = v0.fma(b1, c01);
            FloatVector v1 = FloatVector.broadcast(SPECIES, a[ai + l * GROUP + 1]);
            c10 = v1.fma(b0, c10);
            c11 = v1.fma(b1, c11);
            FloatVector v2 = FloatVector.broadcast(SPECIES, a[ai + l * GROUP + 2]);
            c20 = v2.fma(b0, c20);
            c21 = v2.fma(b1, c21);
            FloatVector v3 = FloatVector.broadcast(SPECIES, a[ai + l * GROUP + 3]);
            c30 = v3.fma(b0, c30);
            c31 = v3.fma(b1, c31);
        }
        c30.intoArray(c, ci + r3 * cRow);
        c31.intoArray(c, ci + r3 * cRow + LENGTH);
        c20.intoArray(c, ci + r2 * cRow);
        c21.intoArray(c, ci + r2 * cRow + LENGTH);
        c10.intoArray(c, ci + r1 * cRow);
        c11.intoArray(c, ci + r1 * cRow + LENGTH);
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LENGTH);
    }

    /// As [#eightRows] with one vector of columns.
    static void eightRowsHalf(
            float[] a, int ai, int row, float[] b, int bi, int steps, boolean fresh,
            float[] c, int ci, int cRow, int last) {
        float[] from = fresh ? ZEROS : c;
        int fi = fresh ? 0 : ci;
        int fRow = fresh ? 0 : cRow;
        FloatVector c0 = FloatVector.fromArray(SPECIES, from, fi);
        int r1 = Math.min(1, last);
        FloatVector c1 = FloatVector.fromArray(SPECIES, from, fi + r1 * fRow);
        int r2 = Math.min(2, last);
        FloatVector c2 = FloatVector.fromArray(SPECIES, from, fi + r2 * fRow);
        int r3 = Math.min(3, last);
        FloatVector c3 = FloatVector.fromArray(SPECIES, from, fi + r3 * fRow);
        int r4 = Math.min(4, last);
        FloatVector c4 = FloatVector.fromArray(SPECIES, from, fi + r4 * fRow);
        int r5 = Math.min(5, last);
        FloatVector c5 = FloatVector.fromArray(SPECIES, from, fi + r5 * fRow);
        int r6 = Math.min(6, last);
        FloatVector c6 = FloatVector.fromArray(SPECIES, from, fi + r6 * fRow);
        int r7 = Math.min(7, last);
        FloatVector c7 = FloatVector.fromArray(SPECIES, from, fi + r7 * fRow);
        int a1 = ai + r1 * row;
        int a2 = ai + r2 * row;
        int a3 = ai + r3 * row;
        int a4 = ai + r4 * row;
        int a5 = ai + r5 * row;
        int a6 = ai + r6 * row;
        int a7 = ai + r7 * row;
        for (int l = 0; l < steps; l++) {
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH);
            c0 = FloatVector.broadcast(SPECIES, a[ai + l]).fma(w, c0);
            c1 = FloatVector.broadcast(SPECIES, a[a1 + l]).fma(w, c1);
            c2 = FloatVector.broadcast(SPECIES, a[a2 + l]).fma(w, c2);
            c3 = FloatVector.broadcast(SPECIES, a[a3 + l]).fma(w, c3);
            c4 = FloatVector.broadcast(SPECIES, a[a4 + l]).fma(w, c4);
            c5 = FloatVector.broadcast(SPECIES, a[a5 + l]).fma(w, c5);
            c6 = FloatVector.broadcast(SPECIES, a[a6 + l]).fma(w, c6);
            c7 = FloatVector.broadcast(SPECIES, a[a7 + l]).fma(w, c7);
        }
        c7.intoArray(c, ci + r7 * cRow);
        c6.intoArray(c, ci + r6 * cRow);
        c5.intoArray(c, ci + r5 * cRow);
        c4.intoArray(c, ci + r4 * cRow);
        c3.intoArray(c, ci + r3 * cRow);
        c2.intoArray(c, ci + r2 * cRow);
        c1.intoArray(c, ci + r1 * cRow);
        c0.intoArray(c, ci);
    }

    /// As [#eightColumns] with one vector of columns and the steps of A `step` apart.
    static void eightColumnsHalf(
            float[] a, int ai, int step, float[] b, int bi, int bStep, int steps, boolean fresh,
            float[] c, int ci, int cRow, int last) {
        float[] from = fresh ? ZEROS : c;
        int fi = fresh ? 0 : ci;
        int fRow = fresh ? 0 : cRow;
        FloatVector c0 = FloatVector.fromArray(SPECIES, from, fi);
        int r1 = Math.min(1, last);
        FloatVector c1 = FloatVector.fromArray(SPECIES, from, fi + r1 * fRow);
        int r2 = Math.min(2, last);
        FloatVector c2 = FloatVector.fromArray(SPECIES, from, fi + r2 * fRow);
        int r3 = Math.min(3, last);
        FloatVector c3 = FloatVector.fromArray(SPECIES, from, fi + r3 * fRow);
        int r4 = Math.min(4, last);
        FloatVector c4 = FloatVector.fromArray(SPECIES, from, fi + r4 * fRow);
        int r5 = Math.min(5, last);
        FloatVector c5 = FloatVector.fromArray(SPECIES, from, fi + r5 * fRow);
        int r6 = Math.min(6, last);
        FloatVector c6 = FloatVector.fromArray(SPECIES, from, fi + r6 * fRow);
        int r7 = Math.min(7, last);
        FloatVector c7 = FloatVector.fromArray(SPECIES, from, fi + r7 * fRow);
        int p = ai;
        int l = 0;
        for (; l < steps - 1; l += 2) {
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + l * bStep);
            c0 = FloatVector.broadcast(SPECIES, a[p]).fma(w, c0);
            c1 = FloatVector.broadcast(SPECIES, a[p + 1]).fma(w, c1);
            c2 = FloatVector.broadcast(SPECIES, a[p + 2]).fma(w, c2);
            c3 = FloatVector.broadcast(SPECIES, a[p + 3]).fma(w, c3);
            c4 = FloatVector.broadcast(SPECIES, a[p + 4]).fma(w, c4);
            c5 = FloatVector.broadcast(SPECIES, a[p + 5]).fma(w, c5);
            c6 = FloatVector.broadcast(SPECIES, a[p + 6]).fma(w, c6);
            c7 = FloatVector.broadcast(SPECIES, a[p + 7]).fma(w, c7);
            int q = p + step;
            FloatVector u = FloatVector.fromArray(SPECIES, b, bi + (l + 1) * bStep);
            c0 = FloatVector.broadcast(SPECIES, a[q]).fma(u, c0);
            c1 = FloatVector.broadcast(SPECIES, a[q + 1]).fma(u, c1);
            c2 = FloatVector.broadcast(SPECIES, a[q + 2]).fma(u, c2);
            c3 = FloatVector.broadcast(SPECIES, a[q + 3]).fma(u, c3);
            c4 = FloatVector.broadcast(SPECIES, a[q + 4]).fma(u, c4);
            c5 = FloatVector.broadcast(SPECIES, a[q + 5]).fma(u, c5);
            c6 = FloatVector.broadcast(SPECIES, a[q + 6]).fma(u, c6);
            c7 = FloatVector.broadcast(SPECIES, a[q + 7]).fma(u, c7);
            p = q + step;
        }
        if (l < steps) {
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + l * bStep);
            c0 = FloatVector.broadcast(SPECIES, a[p]).fma(w, c0);
            c1 = FloatVector.broadcast(SPECIES, a[p + 1]).fma(w, c1);
            c2 = FloatVector.broadcast(SPECIES, a[p + 2]).fma(w, c2);
            c3 = FloatVector.broadcast(SPECIES, a[p + 3]).fma(w, c3);
            c4 = FloatVector.broadcast(SPECIES, a[p + 4]).fma(w, c4);
            c5 = FloatVector.broadcast(SPECIES, a[p + 5]).fma(w, c5);
            c6 = FloatVector.broadcast(SPECIES, a[p + 6]).fma(w, c6);
            c7 = FloatVector.broadcast(SPECIES, a[p + 7]).fma(w, c7);
        }
        c7.intoArray(c, ci + r7 * cRow);
        c6.intoArray(c, ci + r6 * cRow);
        c5.intoArray(c, ci + r5 * cRow);
        c4.intoArray(c, ci + r4 * cRow);
        c3.intoArray(c, ci + r3 * cRow);
        c2.intoArray(c, ci + r2 * cRow);
        c1.intoArray(c, ci + r1 * cRow);
        c0.intoArray(c, ci);
    }
}
