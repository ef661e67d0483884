package dev.simulacra.program;

import dev.simulacra.kernel.MatMul;

/// A matrix product by rows of its result.
///
/// @param product      the product
/// @param a            the array of its first factor
/// @param b            the array of its second factor
/// @param c            the array of its result
/// @param rows         the rows of the result
/// @param multiplyAdds the multiply-adds of one row
record ProductInstruction(MatMul product, float[] a, float[] b, float[] c, int rows, long multiplyAdds)
        implements RowInstruction {
    /// Multiply-adds that take as long as a sum: they do not wait for the cache.
    private static final int PER_SUM = 8;

    @Override
    public long cost() {
        return rows * multiplyAdds / PER_SUM;
    }

    @Override
    public void prepare(int parts) {
        product.prepare(a, b, c, parts);
    }

    @Override
    public void run(int part, int from, int to) {
        if (from < to) {
            product.rows(part, from, to);
        }
    }
}
