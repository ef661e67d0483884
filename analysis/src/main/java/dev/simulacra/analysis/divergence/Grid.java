package dev.simulacra.analysis.divergence;

import dev.simulacra.data.Box;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A box cut into equal cells, `cells[axis]` along each axis, numbered row-major.
record Grid(Box box, int... cells) {
    /// The most cells of a grid: an eighth of a gibibyte of doubles.
    static final int MOST_CELLS = 1 << 24;

    /// The grid over `box` with cells no longer than `length` along any axis, or with about `most` cells if it is
    /// coarser.
    static Grid of(Box box, double length, int most) {
        double wanted = 1;
        for (int axis = 0; axis < box.dimension(); axis++) {
            wanted *= Math.ceil(box.length(axis) / length);
        }
        double coarser = Math.max(1, StrictMath.pow(wanted / most, 1.0 / box.dimension()));
        int[] cells = new int[box.dimension()];
        Arrays.setAll(cells, axis -> (int) Math.ceil(box.length(axis) / length / coarser));
        return new Grid(box, cells);
    }

    /// The grid with half as long cells.
    Grid halved() {
        return new Grid(box, Arrays.stream(cells).map(n -> 2 * n).toArray());
    }

    /// Says whether no cell is longer than `length` along any axis.
    boolean isFinerThan(double length) {
        return IntStream.range(0, cells.length).allMatch(axis -> length(axis) <= length);
    }

    /// The number of cells.
    long size() {
        return Arrays.stream(cells).mapToLong(n -> n).reduce(1, (a, b) -> a * b);
    }

    /// The length of a cell along `axis`.
    double length(int axis) {
        return box.length(axis) / cells[axis];
    }

    /// The volume of a cell.
    double volume() {
        return box.volume() / size();
    }

    /// Writes the centre of a cell to `x`.
    void centre(int cell, double[] x) {
        int rest = cell;
        for (int axis = cells.length - 1; axis >= 0; axis--) {
            x[axis] = box.low()[axis] + (rest % cells[axis] + 0.5) * length(axis);
            rest /= cells[axis];
        }
    }

    /// The number of the cell that holds `x`, or −1 where `x` lies outside.
    ///
    /// @throws IllegalArgumentException where a coordinate is NaN
    int cell(double[] x) {
        int cell = 0;
        for (int axis = 0; axis < cells.length; axis++) {
            if (Double.isNaN(x[axis])) {
                throw new IllegalArgumentException("grid: a sample is " + Arrays.toString(x) + "; it must be a number");
            }
            double place = Math.floor((x[axis] - box.low()[axis]) / length(axis));
            if (!(place >= 0 && place < cells[axis])) {
                return -1;
            }
            cell += (int) place * stride(axis);
        }
        return cell;
    }

    /// The distance in numbering of neighbours along `axis`.
    int stride(int axis) {
        int stride = 1;
        for (int a = axis + 1; a < cells.length; a++) {
            stride *= cells[a];
        }
        return stride;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid(var b, var n) && box.equals(b) && Arrays.equals(cells, n);
    }

    @Override
    public int hashCode() {
        return 31 * box.hashCode() + Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return Arrays.toString(cells) + " cells over " + box;
    }
}
