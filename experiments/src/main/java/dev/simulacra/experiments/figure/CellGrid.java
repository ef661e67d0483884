package dev.simulacra.experiments.figure;

import dev.simulacra.figures.Range;

/// Square cells over a part of the plane, row by row from the top.
///
/// @param cells on a side
record CellGrid(Range x, Range y, int cells) {
    /// The centres, rows of two numbers.
    float[] centres() {
        float[] centres = new float[2 * cells * cells];
        for (int cell = 0; cell < cells * cells; cell++) {
            int column = cell % cells;
            int row = cell / cells;
            double across = (column + 0.5) / cells;
            double up = 1 - (row + 0.5) / cells;
            centres[2 * cell] = (float) (x.low() + across * x.length());
            centres[2 * cell + 1] = (float) (y.low() + up * y.length());
        }
        return centres;
    }

    /// Adds each point of `rows` to the count of its cell and of the eight around it.
    void count(float[] rows, int[] points) {
        for (int i = 0; i < rows.length; i += 2) {
            int column = (int) Math.floor(x.share(rows[i]) * cells);
            int row = (int) Math.floor((1 - y.share(rows[i + 1])) * cells);
            for (int k = 0; k < 9; k++) {
                int across = column + k % 3 - 1;
                int down = row + k / 3 - 1;
                if (across >= 0 && across < cells && down >= 0 && down < cells) {
                    points[down * cells + across]++;
                }
            }
        }
    }
}
