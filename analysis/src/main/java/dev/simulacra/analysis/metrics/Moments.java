package dev.simulacra.analysis.metrics;

import java.util.Arrays;

/// The number, mean and scatter matrix `Σ (x − mean)ᵀ(x − mean)` of rows.
///
/// Rows that arrive in chunks are joined by [#plus]; sums are taken about the mean, so a large mean costs no digits.
public record Moments(long count, double[] mean, double[][] scatter) {
    /// @throws IllegalArgumentException where the mean or the scatter matrix does not have a number for each column
    public Moments {
        int columns = mean.length;
        if (count < 1 || scatter.length != columns || Arrays.stream(scatter).anyMatch(row -> row.length != columns)) {
            throw new IllegalArgumentException("moments: " + count + " rows with a mean of " + columns
                    + " columns and a scatter matrix of " + scatter.length
                    + " rows; there must be a row, and the matrix must be square with as many rows as columns");
        }
        mean = mean.clone();
        scatter = copy(scatter);
    }

    /// The moments of `rows`, row-major with `columns` numbers each.
    ///
    /// @throws IllegalArgumentException where these are no whole rows, or none, or a number is not finite
    public static Moments of(float[] rows, int columns) {
        PointSet.requirePoints("moments", rows, columns);
        double[] mean = mean(rows, columns);
        return new Moments(rows.length / columns, mean, scatter(rows, mean));
    }

    /// The moments of these rows and `other`'s together.
    ///
    /// ```text
    /// δ = mean₂ − mean₁,  mean = mean₁ + δ·n₂/n,  scatter = scatter₁ + scatter₂ + δᵀδ·n₁n₂/n
    /// ```
    /// (Chan, Golub, LeVeque 1979.)
    public Moments plus(Moments other) {
        if (mean.length != other.mean.length) {
            throw new IllegalArgumentException("moments: rows of " + mean.length + " and of " + other.mean.length
                    + " columns; they must have the same number");
        }
        long n = count + other.count;
        double share = (double) other.count / n;
        double[] joined = mean.clone();
        Arrays.setAll(joined, i -> mean[i] + (other.mean[i] - mean[i]) * share);
        double[][] sum = copy(scatter);
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                double between = (other.mean[i] - mean[i]) * (other.mean[j] - mean[j]);
                sum[i][j] += other.scatter[i][j] + between * count * share;
            }
        }
        return new Moments(n, joined, sum);
    }

    /// The covariance matrix, with divisor count − 1.
    ///
    /// @throws IllegalStateException where there is one row only
    public double[][] covariance() {
        if (count < 2) {
            throw new IllegalStateException("covariance: one row has none; there must be at least two");
        }
        double[][] covariance = copy(scatter);
        for (double[] row : covariance) {
            Arrays.setAll(row, j -> row[j] / (count - 1));
        }
        return covariance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Moments(var n, var m, var s)
                && count == n
                && Arrays.equals(mean, m)
                && Arrays.deepEquals(scatter, s);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.deepHashCode(scatter);
    }

    @Override
    public String toString() {
        return count + " rows with mean " + Arrays.toString(mean) + " and scatter " + Arrays.deepToString(scatter);
    }

    private static double[] mean(float[] rows, int columns) {
        double[] mean = new double[columns];
        for (int i = 0; i < rows.length; i++) {
            mean[i % columns] += rows[i];
        }
        Arrays.setAll(mean, j -> mean[j] * columns / rows.length);
        return mean;
    }

    private static double[][] scatter(float[] rows, double[] mean) {
        int d = mean.length;
        double[][] scatter = new double[d][d];
        double[] x = new double[d];
        for (int start = 0; start < rows.length; start += d) {
            for (int i = 0; i < d; i++) {
                x[i] = rows[start + i] - mean[i];
            }
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    scatter[i][j] += x[i] * x[j];
                }
            }
        }
        return scatter;
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }
}
