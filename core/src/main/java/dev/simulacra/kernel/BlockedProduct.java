package dev.simulacra.kernel;

import java.util.Arrays;

/// A matrix product of many terms, summed in blocks: the rounding error of a sum grows with the length of its chains.
///
/// A chain has 256 terms at most. The sums of 64 blocks are added in a chain, the sums of 64 such chains in another,
/// and so on, each begun at +0. The order depends on the number of terms alone.
final class BlockedProduct implements ProductKernel {
    /// The most terms that are summed in one chain.
    static final int LONGEST_CHAIN = 4096;
    /// The terms of a block, if there are more.
    static final int BLOCK = 256;
    /// The sums that are added in a chain.
    static final int BLOCKS = 64;

    private final ProductKernel kernel;
    private final int n;
    /// Sums of one block, of 64, of 64², …, each of the size of C; the last is C itself.
    private final float[][] sums;

    /// @param kernel computes the blocks
    BlockedProduct(ProductShape shape, ProductKernel kernel) {
        this.kernel = kernel;
        n = shape.n();
        int levels = 1;
        for (long terms = (long) BLOCK * BLOCKS; terms < shape.k(); terms *= BLOCKS) {
            levels++;
        }
        sums = new float[levels + 1][];
        for (int level = 0; level < levels; level++) {
            sums[level] = new float[shape.m() * n];
        }
    }

    @Override
    public int rowUnit() {
        return kernel.rowUnit();
    }

    @Override
    public int columnUnit() {
        return kernel.columnUnit();
    }

    @Override
    public void prepare(float[] a, float[] b, float[] c, int parts) {
        kernel.prepare(a, b, sums[0], parts);
        sums[sums.length - 1] = c;
    }

    @Override
    public void rectangle(int part, int top, int bottom, int left, int right, int from, int to) {
        int last = sums.length - 1;
        for (int level = 1; level <= last; level++) {
            clear(level, top, bottom, left, right);
        }
        for (int l = from, block = 1; l < to; l += BLOCK, block++) {
            kernel.rectangle(part, top, bottom, left, right, l, Math.min(to, l + BLOCK));
            carry(0, top, bottom, left, right);
            for (int level = 1, all = BLOCKS; level < last && block % all == 0; level++, all *= BLOCKS) {
                carry(level, top, bottom, left, right);
                clear(level, top, bottom, left, right);
            }
        }
        for (int level = 1; level < last; level++) {
            carry(level, top, bottom, left, right);
        }
    }

    private void clear(int level, int top, int bottom, int left, int right) {
        for (int i = top; i < bottom; i++) {
            Arrays.fill(sums[level], i * n + left, i * n + right, 0);
        }
    }

    /// Adds the sums of a level to those of the next.
    private void carry(int level, int top, int bottom, int left, int right) {
        float[] next = sums[level + 1];
        for (int i = top; i < bottom; i++) {
            int at = i * n + left;
            Elementwise.add(next, at, sums[level], at, next, at, right - left);
        }
    }
}
