package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorModule.PRESENT;

/// A matrix product `C = op(A) op(B)` of fixed extents, with the memory it needs; op is nothing or transposition.
///
/// Matrices are row-major: `op(A)` is `(m, k)`, so A is stored as `(m, k)` or, transposed, as `(k, m)`; `op(B)` is
/// `(k, n)`, C is `(m, n)`. Up to k = 4096, each element of C is one chain in ascending l that begins at +0:
///
/// ```text
/// s ← fma(A[i, l], B[l, j], s)   for l = 0 … k − 1
/// ```
///
/// and so has the bits of the plain loop, whatever the tiles, the vector width and the number of threads. Of more
/// terms, chains of 256 are added as [BlockedProduct] says, with the same bits everywhere too.
///
/// C is shared among the threads as a grid of rectangles, which [TiledProduct] computes or, where there are no vectors,
/// [PlainProduct]. An object serves one product at a time; it allocates when it is made and when a larger crew of
/// workers first comes.
public final class MatMul {
    /// Products with so few columns are shared out by rows alone.
    static final int FEW_COLUMNS = 4;
    /// Fewer multiply-adds than this are not worth waking another thread for (about 10 µs).
    private static final long WORTH_SHARING = 500_000;

    private final ProductShape shape;
    private final ProductKernel kernel;
    private final Part rectangle = this::rectangle;
    private int rowParts = 1;
    private int columnParts = 1;

    /// The product of `op(A)`, `(m, k)`, and `op(B)`, `(k, n)`.
    ///
    /// @throws IllegalArgumentException where an extent is below 1 or a matrix would exceed 2³¹ − 1 elements
    public MatMul(boolean transposeA, boolean transposeB, int m, int n, int k) {
        this(transposeA, transposeB, m, n, k, new Memory());
    }

    /// A product in `memory`, which may be that of other products as long as no thread is at two of them at once.
    ///
    /// @throws IllegalArgumentException where an extent is below 1 or a matrix would exceed 2³¹ − 1 elements
    public MatMul(boolean transposeA, boolean transposeB, int m, int n, int k, Memory memory) {
        shape = new ProductShape(transposeA, transposeB, m, n, k);
        ProductKernel chains = PRESENT ? new TiledProduct(shape, memory) : new PlainProduct(shape, memory);
        kernel = k > BlockedProduct.LONGEST_CHAIN ? new BlockedProduct(shape, chains) : chains;
    }

    /// Memory that products need besides their operands: for each part as much as the largest of those that share it.
    public static final class Memory {
        private float[] floats = {};
        private int each;
        private float[][][] rows = {};

        /// Makes sure that each part has at least `size` floats.
        void take(int size) {
            each = Math.max(each, size);
        }

        /// The floats of one part.
        int each() {
            return each;
        }

        /// The floats of all parts, one part after the other.
        float[] floats(int parts) {
            floats = floats.length < parts * each ? new float[parts * each] : floats;
            return floats;
        }

        /// For each part, `count` arrays of `length` floats; all products ask for equally many.
        float[][][] rows(int parts, int count, int length) {
            rows = rows.length < parts ? new float[parts][count][length] : rows;
            return rows;
        }
    }

    /// Makes ready for [#rows] in `parts` parts, which then write rows of the product of a and b to the first `m · n`
    /// elements of c; c must be another array.
    public void prepare(float[] a, float[] b, float[] c, int parts) {
        kernel.prepare(a, b, c, parts);
    }

    /// Computes rows `top` to `bottom − 1` as part `part`; parts may run at the same time.
    public void rows(int part, int top, int bottom) {
        kernel.rectangle(part, top, bottom, 0, shape.n(), 0, shape.k());
    }

    /// Writes the product of a and b to the first `m · n` elements of c, which must be another array.
    public void multiply(float[] a, float[] b, float[] c, Workers workers) {
        int threads = (long) shape.m() * shape.n() * shape.k() < WORTH_SHARING ? 1 : workers.threads();
        if (rowParts * columnParts != threads) {
            share(threads);
        }
        prepare(a, b, c, threads);
        if (threads == 1) {
            rows(0, 0, shape.m());
        } else {
            workers.run(threads, rectangle);
        }
    }

    /// Chooses the grid with the smallest largest rectangle, a copy of B counted as some rows more.
    private void share(int threads) {
        long least = Long.MAX_VALUE;
        for (int parts = 1; parts <= threads; parts++) {
            if (threads % parts == 0 && (parts == threads || shape.n() > FEW_COLUMNS)) {
                long rows = up(shape.m(), parts * kernel.rowUnit()) / parts;
                long columns = up(shape.n(), threads / parts * kernel.columnUnit()) / (threads / parts);
                long cost = (rows + (shape.transposeB() ? 16 : 4)) * columns;
                if (cost < least) {
                    least = cost;
                    rowParts = parts;
                    columnParts = threads / parts;
                }
            }
        }
    }

    /// x, rounded up to a multiple of `unit`.
    static int up(int x, int unit) {
        return (x + unit - 1) / unit * unit;
    }

    private void rectangle(int part) {
        int row = part / columnParts;
        int column = part % columnParts;
        int tall = kernel.rowUnit();
        int wide = kernel.columnUnit();
        int m = shape.m();
        int n = shape.n();
        kernel.rectangle(
                part,
                Part.start(m, tall, row, rowParts), Part.start(m, tall, row + 1, rowParts),
                Part.start(n, wide, column, columnParts), Part.start(n, wide, column + 1, columnParts),
                0, shape.k());
    }
}
