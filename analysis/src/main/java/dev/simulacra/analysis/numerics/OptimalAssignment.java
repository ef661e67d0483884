package dev.simulacra.analysis.numerics;

import java.util.Arrays;

/// The cheapest way to give each of n rows a column of its own, by shortest augmenting paths.
///
/// Rows are matched one after the other. A new row starts a search for the cheapest path to a column that is still
/// free, in costs reduced by the prices of rows and columns; matched columns on the path pass their rows on. Prices
/// keep every reduced cost at or above 0, and at 0 where matched, which proves the result the cheapest. (Jonker and
/// Volgenant 1987, "A shortest augmenting path algorithm for dense and sparse linear assignment problems".) O(n³).
public final class OptimalAssignment {
    private static final int NONE = -1;

    private final double[][] costs;
    private final double[] rowPrices;
    private final double[] columnPrices;
    private final int[] rowOf;

    private OptimalAssignment(double[][] costs) {
        this.costs = costs;
        rowPrices = new double[costs.length];
        columnPrices = new double[costs.length];
        rowOf = new int[costs.length];
        Arrays.fill(rowOf, NONE);
    }

    /// The mean cost of the cheapest matching.
    public static double meanCost(double[][] costs) {
        OptimalAssignment matching = new OptimalAssignment(costs);
        double sum = 0;
        for (int row = 0; row < costs.length; row++) {
            matching.match(row);
        }
        for (int column = 0; column < costs.length; column++) {
            sum += costs[matching.rowOf[column]][column];
        }
        return sum / costs.length;
    }

    private void match(int row) {
        int n = costs.length;
        double[] lengths = new double[n];
        int[] before = new int[n];
        boolean[] reached = new boolean[n];
        Arrays.fill(lengths, Double.POSITIVE_INFINITY);
        int last = NONE;
        int from = row;
        double done = 0;
        while (from != NONE) {
            last = extend(from, last, done, lengths, before, reached);
            done = lengths[last];
            reached[last] = true;
            from = rowOf[last];
        }
        adjustPrices(row, done, lengths, reached);
        passOn(row, last, before);
    }

    /// Looks from a row, reached through column `last` at length `done`, at all columns; returns the nearest that is
    /// not reached yet.
    private int extend(int row, int last, double done, double[] lengths, int[] before, boolean[] reached) {
        int nearest = NONE;
        for (int column = 0; column < lengths.length; column++) {
            if (reached[column]) {
                continue;
            }
            double length = done + costs[row][column] - rowPrices[row] - columnPrices[column];
            if (length < lengths[column]) {
                lengths[column] = length;
                before[column] = last;
            }
            if (nearest == NONE || lengths[column] < lengths[nearest]) {
                nearest = column;
            }
        }
        return nearest;
    }

    private void adjustPrices(int row, double done, double[] lengths, boolean[] reached) {
        rowPrices[row] += done;
        for (int column = 0; column < lengths.length; column++) {
            if (reached[column] && rowOf[column] != NONE) {
                rowPrices[rowOf[column]] += done - lengths[column];
            }
            if (reached[column]) {
                columnPrices[column] -= done - lengths[column];
            }
        }
    }

    /// Gives `free` the row of the column before it on the path, that column the row of the one before, and so on.
    private void passOn(int row, int free, int[] before) {
        int column = free;
        while (before[column] != NONE) {
            rowOf[column] = rowOf[before[column]];
            column = before[column];
        }
        rowOf[column] = row;
    }
}
