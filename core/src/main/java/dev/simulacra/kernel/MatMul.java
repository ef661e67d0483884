package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;

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
/// How: C is shared among the threads as a grid of rectangles. Within one, a block of up to 256 steps of l and two
/// vectors of columns of B (32 kB at most: it stays in the first-level cache) is copied aside just before it is used,
/// and tiles of C go down its rows. [Narrow] and [RowProducts] serve what leaves a tile idle. An object serves one product
/// at a time; it allocates when it is made and when a larger crew of workers first comes.
public final class MatMul {
    /// The columns of a panel of B.
    private static final int WIDTH = Tile.WIDTH;
    /// The rows of a tile: sixteen sums in 32 registers, or eight in 16.
    private static final int ROWS = LENGTH == 16 ? 8 : 4;
    /// The rows of a tile of half a panel.
    private static final int HALF_ROWS = 8;
    private static final int GROUP = Tile.GROUP;
    /// Most steps of l between two visits of C.
    private static final int STEPS = 256;
    /// Rows of A, of 256 steps each, that stay in the second-level cache while all panels of B pass by.
    private static final int ROW_BLOCK = 512;
    /// Fewer rows than this are not worth a copy of B.
    private static final int FEW_ROWS = 24;
    /// From so many columns on, transposing A is cheaper than reading many of its rows at once.
    private static final int MANY_COLUMNS = 512;
    /// Operands of up to this many elements together are read where they lie.
    private static final int SMALL = 20_000;
    /// Fewer multiply-adds than this are not worth waking another thread for (about 10 µs).
    private static final long WORTH_SHARING = 500_000;
    private static final float[] NOTHING = {};

    private final boolean transposeA;
    private final boolean transposeB;
    private final int m;
    private final int n;
    private final int k;
    private final int steps;
    private final boolean copiesA;
    private final boolean copiesB;
    private final Narrow narrow;
    private final Memory memory;
    private final Part rectangle = this::rectangle;

    private float[] aside = NOTHING;
    private float[] a = NOTHING;
    private float[] b = NOTHING;
    private float[] c = NOTHING;
    private int rowParts = 1;
    private int columnParts = 1;

    /// The product of `op(A)`, `(m, k)`, and `op(B)`, `(k, n)`.
    ///
    /// @throws IllegalArgumentException where an extent is below 1 or a matrix would exceed 2³¹ − 1 elements
    public MatMul(boolean transposeA, boolean transposeB, int m, int n, int k) {
        this(transposeA, transposeB, m, n, k, new Memory());
    }

    /// The same in `memory`, which may be that of other products as long as no thread is at two of them at once.
    public MatMul(boolean transposeA, boolean transposeB, int m, int n, int k, Memory memory) {
        long most = Math.max((long) m * n, Math.max((long) m * k, (long) n * k));
        if (m < 1 || n < 1 || k < 1 || most > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("matmul: (" + m + ", " + k + ") × (" + k + ", " + n
                    + "): extents must be at least 1 and each matrix at most 2147483647 elements");
        }
        this.transposeA = transposeA && m > 1 && k > 1;
        this.transposeB = transposeB && n > 1 && k > 1;
        this.m = m;
        this.n = n;
        this.k = k;
        int blocks = (k + STEPS - 1) / STEPS;
        steps = Math.min(k, up((k + blocks - 1) / blocks, GROUP));
        boolean inPlace = (m + (long) n) * k <= SMALL;
        copiesB = this.transposeB || m >= FEW_ROWS && !(this.transposeA && inPlace);
        copiesA = this.transposeA ? n > LENGTH || m % HALF_ROWS != 0 : n >= MANY_COLUMNS || !copiesB;
        narrow = new Narrow(this.transposeA, this.transposeB, m, n, k);
        this.memory = memory;
        memory.take(size());
    }

    /// What products need besides their operands: for each part as much as the largest of those that share it.
    public static final class Memory {
        private float[] floats = NOTHING;
        private int each;

        private void take(int size) {
            each = Math.max(each, size);
        }

        private float[] of(int parts) {
            floats = floats.length < parts * each ? new float[parts * each] : floats;
            return floats;
        }
    }

    /// Makes ready for [#rows] in `parts` parts, which then write rows of the product of a and b to the first `m · n`
    /// elements of c; c must be another array.
    public void prepare(float[] a, float[] b, float[] c, int parts) {
        this.a = a;
        this.b = b;
        this.c = c;
        aside = memory.of(parts);
    }

    /// Computes rows `top` to `bottom − 1` as part `part`; parts may run at the same time.
    public void rows(int part, int top, int bottom) {
        rectangle(part, top, bottom, 0, n);
    }

    /// Writes the product of a and b to the first `m · n` elements of c, which must be another array.
    public void multiply(float[] a, float[] b, float[] c, Workers workers) {
        int threads = (long) m * n * k < WORTH_SHARING ? 1 : workers.threads();
        if (rowParts * columnParts != threads) {
            share(threads);
        }
        prepare(a, b, c, threads);
        if (threads == 1) {
            rectangle(0);
        } else {
            workers.run(threads, rectangle);
        }
    }

    /// Chooses the grid with the smallest largest rectangle, a copy of B counted as some rows more.
    private void share(int threads) {
        long least = Long.MAX_VALUE;
        for (int parts = 1; parts <= threads; parts++) {
            if (threads % parts == 0) {
                long rows = up(m, parts * ROWS) / parts;
                long columns = up(n, threads / parts * LENGTH) / (threads / parts);
                long cost = (rows + (transposeB ? 16 : 4)) * columns;
                if (cost < least) {
                    least = cost;
                    rowParts = parts;
                    columnParts = threads / parts;
                }
            }
        }
    }

    private static int up(int x, int unit) {
        return (x + unit - 1) / unit * unit;
    }

    // A part's memory: rows of A in groups, then a panel of B, then a tile.

    private int size() {
        return n <= Narrow.COLUMNS ? Narrow.ASIDE : sizeA() + sizeB() + HALF_ROWS * WIDTH;
    }

    private int sizeA() {
        return copiesA ? Math.min(ROW_BLOCK, up(m, GROUP)) * steps : 0;
    }

    private int sizeB() {
        return steps * WIDTH;
    }

    private void rectangle(int part) {
        if (n <= Narrow.COLUMNS) {
            int parts = rowParts * columnParts;
            rows(part, Part.start(m, ROWS, part, parts), Part.start(m, ROWS, part + 1, parts));
            return;
        }
        int row = part / columnParts;
        int column = part % columnParts;
        rectangle(
                part,
                Part.start(m, ROWS, row, rowParts), Part.start(m, ROWS, row + 1, rowParts),
                Part.start(n, LENGTH, column, columnParts), Part.start(n, LENGTH, column + 1, columnParts));
    }

    private void rectangle(int part, int top, int bottom, int left, int right) {
        int start = part * memory.each;
        if (n <= Narrow.COLUMNS) {
            narrow(top, bottom, start);
        } else if (m == 1 && !transposeB) {
            RowProducts.combine(a, b, n, k, c, left, right);
        } else if (k == 1) {
            for (int i = top; i < bottom; i++) {
                RowProducts.one(a[i], b, left, true, c, i * n + left, right - left);
            }
        } else {
            blocks(top, bottom, k == 2 && !transposeB ? two(top, bottom, left, right) : left, right, start);
        }
    }

    /// Products of two steps; returns where the columns begin that are left.
    private int two(int top, int bottom, int left, int right) {
        int row = transposeA ? 1 : k;
        int j = left;
        for (; j <= right - RowProducts.WIDTH; j += RowProducts.WIDTH) {
            RowProducts.two(a, top * row, row, transposeA ? m : 1, b, j, c, top * n + j, n, bottom - top);
        }
        return j;
    }

    private void blocks(int top, int bottom, int left, int right, int start) {
        for (int i = top; i < bottom; i += ROW_BLOCK) {
            int end = Math.min(bottom, i + ROW_BLOCK);
            for (int l = 0; l < k; l += steps) {
                int count = Math.min(steps, k - l);
                if (copiesA) {
                    copyA(i, end, l, count, start);
                }
                for (int j = left; j < right; j += WIDTH) {
                    panel(i, end, j, Math.min(WIDTH, right - j), l, count, start);
                }
            }
        }
    }

    private void copyA(int top, int bottom, int l, int count, int start) {
        for (int i = top; i < bottom; i += GROUP) {
            int to = start + (i - top) * count;
            if (transposeA) {
                Panels.copy(a, l * m + i, m, count, GROUP, aside, to, GROUP);
            } else {
                Panels.transpose(a, i * k + l, k, Math.min(GROUP, bottom - i), count, aside, to, GROUP);
            }
        }
    }

    /// Columns j to j + columns of C, rows top to bottom: `count` steps from l on.
    private void panel(int top, int bottom, int j, int columns, int l, int count, int start) {
        boolean half = columns <= LENGTH;
        int width = half ? LENGTH : WIDTH;
        float[] from = b;
        int bi = l * n + j;
        int bStep = n;
        if (copiesB || columns < width) {
            from = aside;
            bi = start + sizeA();
            bStep = WIDTH;
            if (transposeB) {
                Panels.transpose(b, j * k + l, k, columns, count, aside, bi, WIDTH);
            } else {
                Panels.copy(b, l * n + j, n, count, width, aside, bi, WIDTH);
            }
        }
        if (ROWS == 8 && columns == WIDTH && !copiesA && !transposeA) {
            plain(top, bottom, j, l, count, from, bi);
            return;
        }
        int rows = half ? HALF_ROWS : ROWS;
        for (int i = top; i < bottom; i += rows) {
            int last = Math.min(rows, bottom - i) - 1;
            if (columns == width) {
                tile(half, i, top, last, l, count, start, from, bi, bStep, c, i * n + j, n);
            } else {
                edge(half, i, top, last, j, columns, l, count, start, bi);
            }
        }
    }

    /// The commonest case, written out: choosing anew for each tile costs small products a twentieth.
    private void plain(int top, int bottom, int j, int l, int count, float[] from, int bi) {
        int i = top;
        for (; i < bottom - 4; i += 8) {
            int last = Math.min(8, bottom - i) - 1;
            Tile.eightRows(a, i * k + l, k, from, bi, count, l == 0, c, i * n + j, n, last);
        }
        if (i < bottom) {
            Tile.fourRows(a, i * k + l, k, from, bi, count, l == 0, c, i * n + j, n, bottom - i - 1);
        }
    }

    /// A tile that C does not hold whole is computed aside.
    private void edge(boolean half, int i, int top, int last, int j, int columns, int l, int count, int start, int bi) {
        int tile = start + sizeA() + sizeB();
        if (l > 0) {
            for (int r = 0; r <= last; r++) {
                System.arraycopy(c, (i + r) * n + j, aside, tile + r * WIDTH, columns);
            }
        }
        tile(half, i, top, last, l, count, start, aside, bi, WIDTH, aside, tile, WIDTH);
        for (int r = 0; r <= last; r++) {
            System.arraycopy(aside, tile + r * WIDTH, c, (i + r) * n + j, columns);
        }
    }

    private void tile(
            boolean half, int i, int top, int last, int l, int count, int start, float[] b, int bi, int bStep,
            float[] c, int ci, int cRow) {
        boolean fresh = l == 0;
        if (copiesA || transposeA) {
            float[] from = copiesA ? aside : a;
            int within = (i - top) % GROUP;
            int ai = copiesA ? start + (i - top - within) * count + within : l * m + i;
            int step = copiesA ? GROUP : m;
            if (half) {
                Tile.eightColumnsHalf(from, ai, step, b, bi, bStep, count, fresh, c, ci, cRow, last);
            } else if (ROWS == 8 && last >= 4) {
                Tile.eightColumns(from, ai, b, bi, bStep, count, fresh, c, ci, cRow, last);
            } else {
                Tile.fourColumns(from, ai, b, bi, bStep, count, fresh, c, ci, cRow, last);
            }
        } else {
            int ai = i * k + l;
            if (half) {
                Tile.eightRowsHalf(a, ai, k, b, bi, count, fresh, c, ci, cRow, last);
            } else if (ROWS == 8 && last >= 4) {
                Tile.eightRows(a, ai, k, b, bi, count, fresh, c, ci, cRow, last);
            } else {
                Tile.fourRows(a, ai, k, b, bi, count, fresh, c, ci, cRow, last);
            }
        }
    }

    /// All columns of some rows.
    private void narrow(int top, int bottom, int start) {
        if (n == 1 && transposeA) {
            RowProducts.combine(b, a, m, k, c, top, bottom);
        } else if (k >= Narrow.LEAST_STEPS && m >= LENGTH) {
            narrow.rows(a, b, c, top, bottom, aside, start);
        } else {
            chains(top, bottom);
        }
    }

    /// Chains of scalars, four rows at a time: for few columns and few steps.
    private void chains(int top, int bottom) {
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
}
