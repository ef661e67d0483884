package dev.simulacra.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The map `(x − mean) / deviation` of each column, and its inverse.
///
/// The deviation is that of the rows themselves, with divisor n: standardized columns have mean 0 and mean square 1.
/// A column that holds one value only is listed in `constantColumns`, has deviation 1 and becomes 0.
public record Standardization(double[] mean, double[] deviation, List<Integer> constantColumns) {
    public Standardization {
        if (mean.length != deviation.length) {
            throw new IllegalArgumentException("standardize: " + mean.length + " means and " + deviation.length
                    + " deviations; there must be one of each per column");
        }
        mean = mean.clone();
        deviation = deviation.clone();
        constantColumns = List.copyOf(constantColumns);
    }

    /// The map that standardizes `data`.
    ///
    /// @throws IllegalArgumentException where a value is not finite
    public static Standardization of(Dataset data) {
        requireFinite(data);
        List<Integer> constant = IntStream.range(0, data.columns())
                .filter(column -> isConstant(data, column))
                .boxed()
                .toList();
        double[] mean = new double[data.columns()];
        double[] deviation = new double[data.columns()];
        for (int column = 0; column < data.columns(); column++) {
            boolean single = constant.contains(column);
            mean[column] = single ? data.values()[column] : sumOfPowers(data, column, 0, 1) / data.rows();
            deviation[column] = single ? 1 : Math.sqrt(sumOfPowers(data, column, mean[column], 2) / data.rows());
        }
        return new Standardization(mean, deviation, constant);
    }

    /// The standardized rows, row-major.
    public float[] apply(float... rows) {
        requireWholeRows(rows);
        float[] standardized = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int column = i % mean.length;
            standardized[i] = (float) ((rows[i] - mean[column]) / deviation[column]);
        }
        return standardized;
    }

    /// The standardized table.
    public Dataset apply(Dataset data) {
        return data.withValues(apply(data.values()));
    }

    /// The rows in their own units again, row-major.
    public float[] invert(float... standardized) {
        requireWholeRows(standardized);
        float[] rows = new float[standardized.length];
        for (int i = 0; i < rows.length; i++) {
            int column = i % mean.length;
            rows[i] = (float) (standardized[i] * deviation[column] + mean[column]);
        }
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standardization(var m, var d, var c)
                && Arrays.equals(mean, m)
                && Arrays.equals(deviation, d)
                && constantColumns.equals(c);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(deviation);
    }

    @Override
    public String toString() {
        return "means " + Arrays.toString(mean) + ", deviations " + Arrays.toString(deviation) + ", constant columns "
                + constantColumns;
    }

    private void requireWholeRows(float[] rows) {
        if (rows.length % mean.length != 0) {
            throw new IllegalArgumentException("standardize: " + rows.length + " values are no whole number of rows of "
                    + mean.length + " columns");
        }
    }

    private static void requireFinite(Dataset data) {
        for (int i = 0; i < data.values().length; i++) {
            if (!Float.isFinite(data.values()[i])) {
                throw new IllegalArgumentException("standardize: " + data + " holds " + data.values()[i] + " in row "
                        + i / data.columns() + ", column " + i % data.columns() + "; every value must be finite");
            }
        }
    }

    private static boolean isConstant(Dataset data, int column) {
        for (int row = 1; row < data.rows(); row++) {
            if (data.values()[row * data.columns() + column] != data.values()[column]) {
                return false;
            }
        }
        return true;
    }

    /// `Σ (x − origin)^power` over a column, for power 1 or 2.
    private static double sumOfPowers(Dataset data, int column, double origin, int power) {
        double sum = 0;
        for (int row = 0; row < data.rows(); row++) {
            double x = data.values()[row * data.columns() + column] - origin;
            sum += power == 1 ? x : x * x;
        }
        return sum;
    }
}
