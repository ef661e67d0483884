package dev.simulacra.program;

/// Some neighbouring rows of a draw: where a program of few rows finds its random numbers.
///
/// A program of `rows` rows that is run at draw number r computes rows r to `r + rows − 1` of an endless sequence, of
/// which draw number d of a program of `block` rows gives rows `d · block` to `(d + 1) · block − 1`. The rows asked for
/// must lie in one block.
///
/// @param rows  the rows that the program computes: the first extent of its random leaves
/// @param block the rows of one draw
public record RowWindow(int rows, int block) {
    /// Draw numbers that are numbers of whole draws.
    static final RowWindow WHOLE = new RowWindow(1, 1);

    /// @throws IllegalArgumentException unless `1 ≤ rows ≤ block`
    public RowWindow {
        if (rows < 1 || rows > block) {
            throw new IllegalArgumentException(
                    "row window: " + rows + " rows of " + block + "; must be at least 1 and no more than there are");
        }
    }

    /// The number of the draw that holds row `row`.
    long draw(long row) {
        return Math.floorDiv(row, (long) block);
    }

    /// The element of that draw at which row `row` begins, where `size` elements are a window.
    ///
    /// @throws IllegalArgumentException where the window reaches past the end of the draw
    int first(long row, int size) {
        int within = (int) Math.floorMod(row, (long) block);
        if (within > block - rows) {
            throw new IllegalArgumentException("run: " + rows + " rows from row " + within
                    + " of a draw on; a draw has " + block + " rows, and all must be of one draw");
        }
        return within * (size / rows);
    }

    /// The elements of a draw of which `size` are a window.
    ///
    /// @throws IllegalArgumentException where `size` elements are not rows, or the draw exceeds 2³¹ − 1 elements
    int elements(int size) {
        long elements = (long) size / rows * block;
        if (size % rows != 0 || elements > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("compile: a random leaf of " + size + " elements in a window of " + rows
                    + " of " + block + " rows; each row needs equally many, and a draw at most 2147483647");
        }
        return (int) elements;
    }
}
