package dev.simulacra.kernel;

import static dev.simulacra.kernel.Lanes.LENGTH;
import static dev.simulacra.kernel.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// A matrix product `C = op(A) op(B)` of fixed extents, with the memory it needs; op is nothing or transposition.
///
/// Matrices are row-major: `op(A)` is `(m, k)`, so A is stored as `(m, k)` or, transposed, as `(k, m)`; `op(B)` is
/// `(k, n)`, C is `(m, n)`. Each element of C is one chain in ascending l that begins at +0:
///
/// ```text
/// s ← fma(A[i, l], B[l, j], s)   for l = 0 … k − 1
/// ```
///
/// and so has the bits of the plain loop, whatever the tiles, the vector width and the number of threads.
///
/// How: B is copied to panels two vectors wide; for each panel and 256 steps of l (32 kB at most: they stay in the
/// first-level cache) a tile of eight rows keeps its sums in registers (of four rows where vectors are short, as there
/// are then fewer registers). Products too small for a tile take simple paths. An object serves one product at a time;
/// it allocates when it is made and when a larger crew of workers first comes.
public final class MatMul {
    /// The columns of a panel of B.
    private static final int WIDTH = 2 * LENGTH;
    /// The rows of a tile: sixteen sums in 32 registers, or eight in 16.
    private static final int ROWS = LENGTH == 16 ? 8 : 4;
    /// Steps of l between two visits of C.
    private static final int STEPS = 256;
    /// Rows of A, of 256 steps each, that stay in the second-level cache while all panels of B pass by.
    private static final int ROW_BLOCK = 256;
    /// Up to this many columns, chains of scalars over four rows are faster than a padded panel.
    private static final int NARROW = 4;
    /// Fewer multiply-adds than this are not worth waking another thread for (about 10 µs).
    private static final long WORTH_SHARING = 500_000;
    private static final int PACK_BLOCK = 16;
    private static final float[] NOTHING = {};

    private final boolean transposeA;
    private final boolean transposeB;
    private final int m;
    private final int n;
    private final int k;
    private final int panels;
    private final Memory memory;
    private final Part packPart = this::pack;
    private final Part tilePart = this::tiles;

    private float[] packed = NOTHING;
    private float[] edges = NOTHING;
    private float[] a = NOTHING;
    private float[] b = NOTHING;
    private float[] c = NOTHING;
    private int parts = 1;

    /// The product of `op(A)`, `(m, k)`, and `op(B)`, `(k, n)`.
    ///
    /// @throws IllegalArgumentException where an extent is below 1 or a matrix would exceed 2³¹ − 1 elements
    public MatMul(boolean transposeA, boolean transposeB, int m, int n, int k) {
        this(transposeA, transposeB, m, n, k, new Memory());
    }

    /// The same in `memory`, which may be that of other products as long as one runs after the other.
    public MatMul(boolean transposeA, boolean transposeB, int m, int n, int k, Memory memory) {
        long panelled = (n + (long) WIDTH - 1) / WIDTH * WIDTH;
        long most = Math.max((long) m * n, Math.max((long) m * k, panelled * k));
        if (m < 1 || n < 1 || k < 1 || most > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("matmul: (" + m + ", " + k + ") × (" + k + ", " + n
                    + "): extents must be at least 1 and each matrix at most 2147483647 elements");
        }
        this.transposeA = transposeA;
        this.transposeB = transposeB;
        this.m = m;
        this.n = n;
        this.k = k;
        this.panels = (int) (panelled / WIDTH);
        this.memory = memory;
        memory.packed(n <= NARROW ? 0 : (int) panelled * k);
    }

    /// What a product needs besides its operands: as much as the largest of those that share it.
    public static final class Memory {
        private float[] packed = NOTHING;
        private float[] edges = NOTHING;

        private float[] packed(int size) {
            packed = packed.length < size ? new float[size] : packed;
            return packed;
        }

        private float[] edges(int size) {
            edges = edges.length < size ? new float[size] : edges;
            return edges;
        }
    }

    /// Writes the product of a and b to the first `m · n` elements of c, which must be another array.
    public void multiply(float[] a, float[] b, float[] c, Workers workers) {
        this.a = a;
        this.b = b;
        this.c = c;
        parts = (long) m * n * k < WORTH_SHARING ? 1 : workers.threads();
        if (n <= NARROW) {
            workers.run(parts, tilePart);
            return;
        }
        packed = memory.packed(0);
        edges = memory.edges(parts * ROWS * WIDTH);
        workers.run(parts, packPart);
        workers.run(parts, tilePart);
    }

    private static int share(int whole, int part, int parts) {
        return (int) ((long) whole * part / parts);
    }

    // B into panels: element (l, j) stands at (j / WIDTH) · k · WIDTH + l · WIDTH + j mod WIDTH. The places of columns
    // past n are never written; what stands there enters only sums that are dropped.

    private void pack(int part) {
        int end = share(panels, part + 1, parts);
        for (int panel = share(panels, part, parts); panel < end; panel++) {
            int j = panel * WIDTH;
            int columns = Math.min(WIDTH, n - j);
            if (transposeB) {
                packTransposed(b, j, columns, k, packed, j * k);
            } else {
                packRows(b, j, columns, n, k, packed, j * k);
            }
        }
    }

    private static void packRows(float[] b, int j, int columns, int n, int k, float[] packed, int at) {
        if (columns < WIDTH) {
            for (int l = 0; l < k; l++) {
                System.arraycopy(b, l * n + j, packed, at + l * WIDTH, columns);
            }
            return;
        }
        for (int l = 0; l < k; l++) {
            FloatVector.fromArray(SPECIES, b, l * n + j).intoArray(packed, at + l * WIDTH);
            FloatVector.fromArray(SPECIES, b, l * n + j + LENGTH).intoArray(packed, at + l * WIDTH + LENGTH);
        }
    }

    private static void packTransposed(float[] b, int j, int columns, int k, float[] packed, int at) {
        for (int l0 = 0; l0 < k; l0 += PACK_BLOCK) {
            int l1 = Math.min(k, l0 + PACK_BLOCK);
            for (int column = 0; column < columns; column++) {
                int from = (j + column) * k;
                for (int l = l0; l < l1; l++) {
                    packed[at + l * WIDTH + column] = b[from + l];
                }
            }
        }
    }

    // The parts share the tiles' rows or, where rows are few, the panels.

    private void tiles(int part) {
        if (n <= NARROW) {
            narrow(share(m, part, parts), share(m, part + 1, parts));
            return;
        }
        int tiles = (m + ROWS - 1) / ROWS;
        boolean byRows = tiles >= panels;
        int top = byRows ? Math.min(m, share(tiles, part, parts) * ROWS) : 0;
        int bottom = byRows ? Math.min(m, share(tiles, part + 1, parts) * ROWS) : m;
        int left = byRows ? 0 : share(panels, part, parts);
        int right = byRows ? panels : share(panels, part + 1, parts);
        for (int i = top; i < bottom; i++) {
            Arrays.fill(c, i * n + left * WIDTH, i * n + Math.min(n, right * WIDTH), 0);
        }
        for (int block = top; block < bottom; block += ROW_BLOCK) {
            int end = Math.min(bottom, block + ROW_BLOCK);
            for (int l = 0; l < k; l += STEPS) {
                for (int panel = left; panel < right; panel++) {
                    panel(block, end, panel * WIDTH, l, Math.min(STEPS, k - l), part * ROWS * WIDTH);
                }
            }
        }
    }

    private void panel(int top, int bottom, int j, int l, int steps, int edge) {
        boolean whole = j + WIDTH <= n;
        int bi = j * k + l * WIDTH;
        int i = top;
        for (; whole && i <= bottom - ROWS; i += ROWS) {
            tile(i, l, bi, steps, c, i * n + j, n);
        }
        for (; i < bottom; i += ROWS) {
            edge(i, Math.min(ROWS, bottom - i), j, Math.min(WIDTH, n - j), l, bi, steps, edge);
        }
    }

    /// A tile that C does not hold whole is computed aside. Where rows are missing below it is moved up over rows that
    /// another tile owns, which are then not copied back.
    private void edge(int i, int rows, int j, int columns, int l, int bi, int steps, int edge) {
        if (m < ROWS) {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(c, (i + r) * n + j, edges, edge, columns);
                row(i + r, l, bi, steps, edge);
                System.arraycopy(edges, edge, c, (i + r) * n + j, columns);
            }
            return;
        }
        int first = Math.min(i, m - ROWS);
        int own = edge + (i - first) * WIDTH;
        for (int r = 0; r < rows; r++) {
            System.arraycopy(c, (i + r) * n + j, edges, own + r * WIDTH, columns);
        }
        tile(first, l, bi, steps, edges, edge, WIDTH);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(edges, own + r * WIDTH, c, (i + r) * n + j, columns);
        }
    }

    private void tile(int i, int l, int bi, int steps, float[] target, int ci, int stride) {
        if (transposeA) {
            if (ROWS == 8) {
                eightColumns(a, l * m + i, m, packed, bi, steps, target, ci, stride);
            } else {
                fourColumns(a, l * m + i, m, packed, bi, steps, target, ci, stride);
            }
        } else if (ROWS == 8) {
            eightRows(a, i * k + l, k, packed, bi, steps, target, ci, stride);
        } else {
            fourRows(a, i * k + l, k, packed, bi, steps, target, ci, stride);
        }
    }

    private void row(int i, int l, int bi, int steps, int edge) {
        int ai = transposeA ? l * m + i : i * k + l;
        oneRow(a, ai, transposeA ? m : 1, packed, bi, steps, edges, edge);
    }

    /// Chains of scalars, four rows at a time: for few columns.
    private void narrow(int top, int bottom) {
        int row = transposeA ? 1 : k;
        int step = transposeA ? m : 1;
        int bColumn = transposeB ? k : 1;
        int bStep = transposeB ? 1 : n;
        int i = top;
        for (; i <= bottom - 4; i += 4) {
            for (int j = 0; j < n; j++) {
                fourChains(a, i * row, row, step, b, j * bColumn, bStep, k, c, i * n + j, n);
            }
        }
        for (; i < bottom; i++) {
            for (int j = 0; j < n; j++) {
                c[i * n + j] = chain(a, i * row, step, b, j * bColumn, bStep, k);
            }
        }
    }

    private static void fourChains(
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

    private static float chain(float[] a, int ai, int step, float[] b, int bi, int bStep, int k) {
        float s = 0;
        for (int l = 0; l < k; l++) {
            s = Math.fma(a[ai + l * step], b[bi + l * bStep], s);
        }
        return s;
    }

    /// Adds the products of `steps` steps to eight rows of two vectors of c; rows of A lie `row` apart, steps side by
    /// side.
    private static void eightRows(
            float[] a, int ai, int row, float[] b, int bi, int steps, float[] c, int ci, int stride) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, ci);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, ci + LENGTH);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, ci + stride);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, ci + stride + LENGTH);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, ci + 2 * stride);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, ci + 2 * stride + LENGTH);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, ci + 3 * stride);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, ci + 3 * stride + LENGTH);
        FloatVector c40 = FloatVector.fromArray(SPECIES, c, ci + 4 * stride);
        FloatVector c41 = FloatVector.fromArray(SPECIES, c, ci + 4 * stride + LENGTH);
        FloatVector c50 = FloatVector.fromArray(SPECIES, c, ci + 5 * stride);
        FloatVector c51 = FloatVector.fromArray(SPECIES, c, ci + 5 * stride + LENGTH);
        FloatVector c60 = FloatVector.fromArray(SPECIES, c, ci + 6 * stride);
        FloatVector c61 = FloatVector.fromArray(SPECIES, c, ci + 6 * stride + LENGTH);
        FloatVector c70 = FloatVector.fromArray(SPECIES, c, ci + 7 * stride);
        FloatVector c71 = FloatVector.fromArray(SPECIES, c, ci + 7 * stride + LENGTH);
        int a1 = ai + row;
        int a2 = ai + 2 * row;
        int a3 = ai + 3 * row;
        int a4 = ai + 4 * row;
        int a5 = ai + 5 * row;
        int a6 = ai + 6 * row;
        int a7 = ai + 7 * row;
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
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LENGTH);
        c10.intoArray(c, ci + stride);
        c11.intoArray(c, ci + stride + LENGTH);
        c20.intoArray(c, ci + 2 * stride);
        c21.intoArray(c, ci + 2 * stride + LENGTH);
        c30.intoArray(c, ci + 3 * stride);
        c31.intoArray(c, ci + 3 * stride + LENGTH);
        c40.intoArray(c, ci + 4 * stride);
        c41.intoArray(c, ci + 4 * stride + LENGTH);
        c50.intoArray(c, ci + 5 * stride);
        c51.intoArray(c, ci + 5 * stride + LENGTH);
        c60.intoArray(c, ci + 6 * stride);
        c61.intoArray(c, ci + 6 * stride + LENGTH);
        c70.intoArray(c, ci + 7 * stride);
        c71.intoArray(c, ci + 7 * stride + LENGTH);
    }

    /// As [#eightRows] for A stored transposed: rows of A lie side by side, steps `step` apart.
    private static void eightColumns(
            float[] a, int ai, int step, float[] b, int bi, int steps, float[] c, int ci, int stride) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, ci);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, ci + LENGTH);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, ci + stride);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, ci + stride + LENGTH);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, ci + 2 * stride);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, ci + 2 * stride + LENGTH);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, ci + 3 * stride);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, ci + 3 * stride + LENGTH);
        FloatVector c40 = FloatVector.fromArray(SPECIES, c, ci + 4 * stride);
        FloatVector c41 = FloatVector.fromArray(SPECIES, c, ci + 4 * stride + LENGTH);
        FloatVector c50 = FloatVector.fromArray(SPECIES, c, ci + 5 * stride);
        FloatVector c51 = FloatVector.fromArray(SPECIES, c, ci + 5 * stride + LENGTH);
        FloatVector c60 = FloatVector.fromArray(SPECIES, c, ci + 6 * stride);
        FloatVector c61 = FloatVector.fromArray(SPECIES, c, ci + 6 * stride + LENGTH);
        FloatVector c70 = FloatVector.fromArray(SPECIES, c, ci + 7 * stride);
        FloatVector c71 = FloatVector.fromArray(SPECIES, c, ci + 7 * stride + LENGTH);
        int p = ai;
        for (int l = 0; l < steps; l++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH + LENGTH);
            FloatVector v0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = v0.fma(b0, c00);
            c01 = v0.fma(b1, c01);
            FloatVector v1 = FloatVector.broadcast(SPECIES, a[p + 1]);
            c10 = v1.fma(b0, c10);
            c11 = v1.fma(b1, c11);
            FloatVector v2 = FloatVector.broadcast(SPECIES, a[p + 2]);
            c20 = v2.fma(b0, c20);
            c21 = v2.fma(b1, c21);
            FloatVector v3 = FloatVector.broadcast(SPECIES, a[p + 3]);
            c30 = v3.fma(b0, c30);
            c31 = v3.fma(b1, c31);
            FloatVector v4 = FloatVector.broadcast(SPECIES, a[p + 4]);
            c40 = v4.fma(b0, c40);
            c41 = v4.fma(b1, c41);
            FloatVector v5 = FloatVector.broadcast(SPECIES, a[p + 5]);
            c50 = v5.fma(b0, c50);
            c51 = v5.fma(b1, c51);
            FloatVector v6 = FloatVector.broadcast(SPECIES, a[p + 6]);
            c60 = v6.fma(b0, c60);
            c61 = v6.fma(b1, c61);
            FloatVector v7 = FloatVector.broadcast(SPECIES, a[p + 7]);
            c70 = v7.fma(b0, c70);
            c71 = v7.fma(b1, c71);
            p += step;
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LENGTH);
        c10.intoArray(c, ci + stride);
        c11.intoArray(c, ci + stride + LENGTH);
        c20.intoArray(c, ci + 2 * stride);
        c21.intoArray(c, ci + 2 * stride + LENGTH);
        c30.intoArray(c, ci + 3 * stride);
        c31.intoArray(c, ci + 3 * stride + LENGTH);
        c40.intoArray(c, ci + 4 * stride);
        c41.intoArray(c, ci + 4 * stride + LENGTH);
        c50.intoArray(c, ci + 5 * stride);
        c51.intoArray(c, ci + 5 * stride + LENGTH);
        c60.intoArray(c, ci + 6 * stride);
        c61.intoArray(c, ci + 6 * stride + LENGTH);
        c70.intoArray(c, ci + 7 * stride);
        c71.intoArray(c, ci + 7 * stride + LENGTH);
    }

    /// As [#eightRows] with four rows, for machines with sixteen vector registers.
    private static void fourRows(
            float[] a, int ai, int row, float[] b, int bi, int steps, float[] c, int ci, int stride) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, ci);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, ci + LENGTH);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, ci + stride);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, ci + stride + LENGTH);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, ci + 2 * stride);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, ci + 2 * stride + LENGTH);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, ci + 3 * stride);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, ci + 3 * stride + LENGTH);
        int a1 = ai + row;
        int a2 = ai + 2 * row;
        int a3 = ai + 3 * row;
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
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LENGTH);
        c10.intoArray(c, ci + stride);
        c11.intoArray(c, ci + stride + LENGTH);
        c20.intoArray(c, ci + 2 * stride);
        c21.intoArray(c, ci + 2 * stride + LENGTH);
        c30.intoArray(c, ci + 3 * stride);
        c31.intoArray(c, ci + 3 * stride + LENGTH);
    }

    /// As [#eightColumns] with four rows.
    private static void fourColumns(
            float[] a, int ai, int step, float[] b, int bi, int steps, float[] c, int ci, int stride) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, ci);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, ci + LENGTH);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, ci + stride);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, ci + stride + LENGTH);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, ci + 2 * stride);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, ci + 2 * stride + LENGTH);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, ci + 3 * stride);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, ci + 3 * stride + LENGTH);
        int p = ai;
        for (int l = 0; l < steps; l++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH + LENGTH);
            FloatVector v0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = v0.fma(b0, c00);
            c01 = v0.fma(b1, c01);
            FloatVector v1 = FloatVector.broadcast(SPECIES, a[p + 1]);
            c10 = v1.fma(b0, c10);
            c11 = v1.fma(b1, c11);
            FloatVector v2 = FloatVector.broadcast(SPECIES, a[p + 2]);
            c20 = v2.fma(b0, c20);
            c21 = v2.fma(b1, c21);
            FloatVector v3 = FloatVector.broadcast(SPECIES, a[p + 3]);
            c30 = v3.fma(b0, c30);
            c31 = v3.fma(b1, c31);
            p += step;
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LENGTH);
        c10.intoArray(c, ci + stride);
        c11.intoArray(c, ci + stride + LENGTH);
        c20.intoArray(c, ci + 2 * stride);
        c21.intoArray(c, ci + 2 * stride + LENGTH);
        c30.intoArray(c, ci + 3 * stride);
        c31.intoArray(c, ci + 3 * stride + LENGTH);
    }

    /// As [#eightColumns] with one row.
    private static void oneRow(
            float[] a, int ai, int step, float[] b, int bi, int steps, float[] c, int ci) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, ci);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, ci + LENGTH);
        int p = ai;
        for (int l = 0; l < steps; l++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + l * WIDTH + LENGTH);
            FloatVector v0 = FloatVector.broadcast(SPECIES, a[p]);
            c00 = v0.fma(b0, c00);
            c01 = v0.fma(b1, c01);
            p += step;
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LENGTH);
    }
}
