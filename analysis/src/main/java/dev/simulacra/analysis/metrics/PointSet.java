package dev.simulacra.analysis.metrics;

import java.util.Arrays;

/// Rows of finite numbers as points, `columns` coordinates each.
final class PointSet {
    private final float[] rows;
    private final int columns;

    private PointSet(float[] rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /// The points that `metric` is asked for; the array is not copied.
    ///
    /// @throws IllegalArgumentException where these are no whole rows, or none, or a number is not finite
    static PointSet of(String metric, float[] rows, int columns) {
        requirePoints(metric, rows, columns);
        return new PointSet(rows, columns);
    }

    /// Refuses rows that are no points, as [#of] does.
    static void requirePoints(String metric, float[] rows, int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException(metric + ": " + columns + " columns; there must be at least one");
        }
        if (rows.length == 0 || rows.length % columns != 0) {
            throw new IllegalArgumentException(metric + ": " + rows.length + " values with " + columns
                    + " columns; there must be at least one row, and whole rows");
        }
        for (int i = 0; i < rows.length; i++) {
            if (!Float.isFinite(rows[i])) {
                throw new IllegalArgumentException(metric + ": row " + i / columns + " has the value " + rows[i]
                        + "; every number must be finite");
            }
        }
    }

    int size() {
        return rows.length / columns;
    }

    /// The first `most` points, or all where there are fewer.
    PointSet first(int most) {
        return size() <= most ? this : new PointSet(Arrays.copyOf(rows, most * columns), columns);
    }

    /// The points from `first` in steps of `step`.
    PointSet every(int step, int first) {
        int n = Math.ceilDiv(size() - first, step);
        float[] some = new float[n * columns];
        for (int i = 0; i < n; i++) {
            System.arraycopy(rows, (first + i * step) * columns, some, i * columns, columns);
        }
        return new PointSet(some, columns);
    }

    /// The squared distance of point i from point j of `other`.
    double squaredDistance(int i, PointSet other, int j) {
        double sum = 0;
        for (int c = 0; c < columns; c++) {
            double difference = (double) rows[i * columns + c] - other.rows[j * columns + c];
            sum += difference * difference;
        }
        return sum;
    }

    /// `[i][j]`: the squared distance of point i from point j of `other`.
    double[][] squaredDistances(PointSet other) {
        double[][] distances = new double[size()][other.size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                distances[i][j] = squaredDistance(i, other, j);
            }
        }
        return distances;
    }

    /// The mean squared distance of two points, each pair counted both ways: twice the sum of the variances.
    double meanSquaredDistance() {
        Moments moments = Moments.of(rows, columns);
        double sum = 0;
        for (int c = 0; c < columns; c++) {
            sum += moments.scatter()[c][c];
        }
        return 2 * sum / size();
    }

    /// The scalar product of each point with `direction`.
    double[] along(double[] direction) {
        double[] places = new double[size()];
        for (int i = 0; i < rows.length; i++) {
            places[i / columns] += rows[i] * direction[i % columns];
        }
        return places;
    }
}
