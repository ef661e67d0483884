package dev.simulacra.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The map `(x − mean) / deviation` of each column, and its inverse.
///
/// The deviation is that of the rows themselves, with divisor n: standardized columns have mean 0 and mean square 1.
/// A column that holds one value only has deviation 0: it becomes 0, and whatever stands for it becomes that value.
///
/// Rows in their own units are doubles, since a large mean beside a small deviation would cost a float all its digits;
/// standardized rows are floats.
public record Standardization(double[] mean, double[] deviation) {
    public Standardization {
        if (mean.length != deviation.length || mean.length == 0) {
            throw new IllegalArgumentException("standardize: " + mean.length + " means and " + deviation.length
                    + " deviations; there must be one of each per column, and at least one");
        }
        for (int i = 0; i < mean.length; i++) {
            if (!Double.isFinite(mean[i]) || !Double.isFinite(deviation[i]) || deviation[i] < 0) {
                throw new IllegalArgumentException("standardize: column " + i + " has mean " + mean[i]
                        + " and deviation " + deviation[i] + "; both must be finite, and the deviation not negative");
            }
        }
        mean = mean.clone();
        deviation = deviation.clone();
    }

    /// The map that leaves every value as it is.
    ///
    /// @throws IllegalArgumentException where there is no column
    public static Standardization identity(int columns) {
        requireColumns(columns);
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return new Standardization(new double[columns], ones);
    }

    /// The map that standardizes `rows`, row-major, of `columns` columns.
    ///
    /// @throws IllegalArgumentException where there is no column or no row, or these are no whole rows, or a value, or
    ///     a column's mean or deviation, is not finite
    public static Standardization of(int columns, double... rows) {
        requireColumns(columns);
        requireWholeRows(rows.length, columns);
        if (rows.length == 0) {
            throw new IllegalArgumentException("standardize: there are no rows; a mean needs at least one");
        }
        requireFinite(columns, rows);
        double[] mean = new double[columns];
        double[] deviation = new double[columns];
        for (int column = 0; column < columns; column++) {
            double origin = rows[column];
            mean[column] = isConstant(columns, rows, column)
                    ? origin
                    : origin + differences(columns, rows, column, origin).average().orElse(0);
            deviation[column] = rootMeanSquare(columns, rows, column, mean[column]);
        }
        return new Standardization(mean, deviation);
    }

    /// The root mean square of the deviations: the length, in the data's units, of a length of 1 between standardized
    /// rows. It is exact where all columns have one deviation.
    public double scale() {
        return Math.sqrt(Arrays.stream(deviation).map(d -> d * d).average().orElse(1));
    }

    /// The number of columns.
    public int columns() {
        return mean.length;
    }

    /// The numbers of the columns that hold one value only.
    public List<Integer> constantColumns() {
        return IntStream.range(0, columns()).filter(column -> deviation[column] == 0).boxed().toList();
    }

    /// The standardized rows, row-major.
    ///
    /// @throws IllegalArgumentException where these are no whole rows, or a value is not finite: in a column that holds
    ///     one value only it would become 0 and be lost from sight
    public float[] apply(double... rows) {
        requireWholeRows(rows.length, columns());
        requireFinite(columns(), rows);
        float[] standardized = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int column = i % mean.length;
            standardized[i] = deviation[column] == 0 ? 0 : (float) ((rows[i] - mean[column]) / deviation[column]);
        }
        return standardized;
    }

    /// The rows in their own units again, row-major.
    public double[] invert(float... standardized) {
        requireWholeRows(standardized.length, columns());
        double[] rows = new double[standardized.length];
        for (int i = 0; i < rows.length; i++) {
            int column = i % mean.length;
            rows[i] = standardized[i] * deviation[column] + mean[column];
        }
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standardization(var m, var d) && Arrays.equals(mean, m) && Arrays.equals(deviation, d);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(deviation);
    }

    @Override
    public String toString() {
        return "means " + Arrays.toString(mean) + ", deviations " + Arrays.toString(deviation);
    }

    private static void requireColumns(int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException(
                    "standardize: " + columns + " columns; there must be at least one");
        }
    }

    private static void requireWholeRows(int values, int columns) {
        if (values % columns != 0) {
            throw new IllegalArgumentException("standardize: " + values + " values are no whole number of rows of "
                    + columns + " columns");
        }
    }

    private static void requireFinite(int columns, double[] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (!Double.isFinite(rows[i])) {
                throw new IllegalArgumentException("standardize: the value in row " + i / columns + ", column "
                        + i % columns + " is " + rows[i] + "; every value must be finite");
            }
        }
    }

    private static boolean isConstant(int columns, double[] rows, int column) {
        return differences(columns, rows, column, rows[column]).allMatch(difference -> difference == 0);
    }

    private static DoubleStream differences(int columns, double[] rows, int column, double origin) {
        return IntStream.range(0, rows.length / columns).mapToDouble(row -> rows[row * columns + column] - origin);
    }

    /// `√(Σ (x − origin)² / n)` over a column, in shares of the largest difference, whose square might be no double.
    private static double rootMeanSquare(int columns, double[] rows, int column, double origin) {
        double most = differences(columns, rows, column, origin).map(Math::abs).max().orElse(0);
        if (most == 0) {
            return 0;
        }
        double square = differences(columns, rows, column, origin)
                .map(difference -> difference / most * (difference / most))
                .average()
                .orElse(0);
        return most * Math.sqrt(square);
    }
}
