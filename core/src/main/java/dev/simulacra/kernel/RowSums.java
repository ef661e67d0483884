package dev.simulacra.kernel;

import java.util.Arrays;

/// Sums of rows by number, `out[r, ·] = Σ x[i, ·]` over all i with `index[i] = r`: `(n, cols) → (rows, cols)`.
///
/// Up to 4,096 rows are added one after the other. Of more, the terms of each sum are added in chains of 64, the sums
/// of 64 chains in another, and these in a third, each begun at +0, as the rounding error of a sum grows with the
/// length of its chains. An object serves one sum at a time.
public final class RowSums {
    private static final int LONGEST_CHAIN = 4096;
    private static final int TERMS = 64;

    private final int n;
    private final int cols;
    private final int rows;
    private final boolean isLong;
    private final int[] counts;
    private final float[] chains;
    private final float[] chainsOfChains;

    /// Sums of `n` rows of `cols` elements by `rows` numbers.
    public RowSums(int n, int cols, int rows) {
        this.n = n;
        this.cols = cols;
        this.rows = rows;
        isLong = n > LONGEST_CHAIN;
        counts = new int[isLong ? rows : 0];
        chains = new float[counts.length * cols];
        chainsOfChains = new float[counts.length * cols];
    }

    /// Writes the sums of `x` to the first `rows · cols` elements of `out`.
    ///
    /// @throws IndexOutOfBoundsException where a row number is not one of 0 to rows − 1
    public void sum(float[] x, float[] index, float[] out) {
        Arrays.fill(out, 0, rows * cols, 0);
        if (!isLong) {
            Move.scatterAddRows(x, index, n, cols, out, rows);
            return;
        }
        Arrays.fill(counts, 0);
        Arrays.fill(chains, 0);
        Arrays.fill(chainsOfChains, 0);
        for (int i = 0; i < n; i++) {
            int row = Move.row("scatter", index[i], rows);
            Elementwise.add(chains, row * cols, x, i * cols, chains, row * cols, cols);
            counts[row]++;
            if (counts[row] % TERMS == 0) {
                carry(chains, chainsOfChains, row);
            }
            if (counts[row] % (TERMS * TERMS) == 0) {
                carry(chainsOfChains, out, row);
            }
        }
        Elementwise.add(chainsOfChains, 0, chains, 0, chainsOfChains, 0, chains.length);
        Elementwise.add(out, 0, chainsOfChains, 0, out, 0, chains.length);
    }

    private void carry(float[] from, float[] to, int row) {
        int at = row * cols;
        Elementwise.add(to, at, from, at, to, at, cols);
        Arrays.fill(from, at, at + cols, 0);
    }
}
