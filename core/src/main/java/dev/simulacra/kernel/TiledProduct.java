package dev.simulacra.kernel;

import static dev.simulacra.kernel.MatMul.up;
import static dev.simulacra.kernel.VectorWidth.LENGTH;

/// The vector form of a matrix product.
///
/// Within a rectangle, a block of up to 256 steps of l and two vectors of columns of B (32 kB at most: it stays in the
/// first-level cache) is copied aside just before it is used, and tiles of C go down its rows. [Narrow] and
/// [RowProducts] serve what leaves a tile idle.
final class TiledProduct implements ProductKernel {
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
    private static final float[] NOTHING = {};

    private final ProductShape shape;
    private final boolean transposeA;
    private final boolean transposeB;
    private final int m;
    private final int n;
    private final int k;
    private final int steps;
    private final boolean copiesA;
    private final boolean copiesB;
    private final MatMul.Memory memory;

    private float[] aside = NOTHING;
    private float[] a = NOTHING;
    private float[] b = NOTHING;
    private float[] c = NOTHING;

    TiledProduct(ProductShape shape, MatMul.Memory memory) {
        this.shape = shape;
        this.transposeA = shape.transposeA();
        this.transposeB = shape.transposeB();
        this.m = shape.m();
        this.n = shape.n();
        this.k = shape.k();
        int blocks = (k + STEPS - 1) / STEPS;
        steps = Math.min(k, up((k + blocks - 1) / blocks, GROUP));
        boolean inPlace = (m + (long) n) * k <= SMALL;
        copiesB = transposeB || m >= FEW_ROWS && !(transposeA && inPlace);
        copiesA = transposeA ? n > LENGTH || m % HALF_ROWS != 0 : n >= MANY_COLUMNS || !copiesB;
        this.memory = memory;
        memory.take(n <= MatMul.FEW_COLUMNS ? Narrow.ASIDE : sizeA() + sizeB() + HALF_ROWS * WIDTH);
    }

    @Override
    public int rowUnit() {
        return ROWS;
    }

    @Override
    public int columnUnit() {
        return LENGTH;
    }

    @Override
    public void prepare(float[] a, float[] b, float[] c, int parts) {
        this.a = a;
        this.b = b;
        this.c = c;
        aside = memory.floats(parts);
    }

    // A part's memory: rows of A in groups, then a panel of B, then a tile.

    private int sizeA() {
        return copiesA ? Math.min(ROW_BLOCK, up(m, GROUP)) * steps : 0;
    }

    private int sizeB() {
        return steps * WIDTH;
    }

    @Override
    public void rectangle(int part, int top, int bottom, int left, int right, int from, int to) {
        int start = part * memory.each();
        if (n <= MatMul.FEW_COLUMNS) {
            narrow(top, bottom, from, to, start);
        } else if (m == 1 && !transposeB) {
            RowProducts.combine(a, b, n, from, to, c, left, right);
        } else if (k == 1) {
            for (int i = top; i < bottom; i++) {
                RowProducts.one(a[i], b, left, true, c, i * n + left, right - left);
            }
        } else {
            int next = k == 2 && !transposeB ? two(top, bottom, left, right) : left;
            blocks(top, bottom, next, right, from, to, start);
        }
    }

    /// All columns of some rows.
    private void narrow(int top, int bottom, int from, int to, int start) {
        if (n == 1 && transposeA) {
            RowProducts.combine(b, a, m, from, to, c, top, bottom);
        } else if (k >= Narrow.LEAST_STEPS && m >= LENGTH) {
            Narrow.rows(shape, a, b, c, top, bottom, from, to, aside, start);
        } else {
            Chains.rows(shape, a, b, c, top, bottom, from, to);
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

    private void blocks(int top, int bottom, int left, int right, int from, int to, int start) {
        for (int i = top; i < bottom; i += ROW_BLOCK) {
            int end = Math.min(bottom, i + ROW_BLOCK);
            for (int l = from; l < to; l += steps) {
                int count = Math.min(steps, to - l);
                boolean fresh = l == from;
                if (copiesA) {
                    copyA(i, end, l, count, start);
                }
                for (int j = left; j < right; j += WIDTH) {
                    panel(i, end, j, Math.min(WIDTH, right - j), l, count, fresh, start);
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
    private void panel(int top, int bottom, int j, int columns, int l, int count, boolean fresh, int start) {
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
            plain(top, bottom, j, l, count, fresh, from, bi);
            return;
        }
        int rows = half ? HALF_ROWS : ROWS;
        for (int i = top; i < bottom; i += rows) {
            int last = Math.min(rows, bottom - i) - 1;
            if (columns == width) {
                tile(half, i, top, last, l, count, fresh, start, from, bi, bStep, c, i * n + j, n);
            } else {
                edge(half, i, top, last, j, columns, l, count, fresh, start, bi);
            }
        }
    }

    /// The commonest case, written out: choosing anew for each tile costs small products a twentieth.
    private void plain(int top, int bottom, int j, int l, int count, boolean fresh, float[] from, int bi) {
        int i = top;
        for (; i < bottom - 4; i += 8) {
            int last = Math.min(8, bottom - i) - 1;
            Tile.eightRows(a, i * k + l, k, from, bi, count, fresh, c, i * n + j, n, last);
        }
        if (i < bottom) {
            Tile.fourRows(a, i * k + l, k, from, bi, count, fresh, c, i * n + j, n, bottom - i - 1);
        }
    }

    /// A tile that C does not hold whole is computed aside.
    private void edge(
            boolean half, int i, int top, int last, int j, int columns, int l, int count, boolean fresh, int start,
            int bi) {
        int tile = start + sizeA() + sizeB();
        if (!fresh) {
            for (int r = 0; r <= last; r++) {
                System.arraycopy(c, (i + r) * n + j, aside, tile + r * WIDTH, columns);
            }
        }
        tile(half, i, top, last, l, count, fresh, start, aside, bi, WIDTH, aside, tile, WIDTH);
        for (int r = 0; r <= last; r++) {
            System.arraycopy(aside, tile + r * WIDTH, c, (i + r) * n + j, columns);
        }
    }

    private void tile(
            boolean half, int i, int top, int last, int l, int count, boolean fresh, int start,
            float[] b, int bi, int bStep, float[] c, int ci, int cRow) {
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
}
