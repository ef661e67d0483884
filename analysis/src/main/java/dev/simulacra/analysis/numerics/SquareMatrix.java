package dev.simulacra.analysis.numerics;

import java.util.Arrays;
import java.util.List;

/// A matrix `(n, n)` of doubles. Immutable.
public final class SquareMatrix {
    private final double[][] rows;

    private SquareMatrix(double[][] rows) {
        this.rows = rows;
    }

    /// The matrix with these rows, which are copied.
    ///
    /// @throws IllegalArgumentException where there are no rows, or a row has not as many elements as there are rows
    public static SquareMatrix of(double[]... rows) {
        int n = rows.length;
        if (n == 0 || Arrays.stream(rows).anyMatch(row -> row.length != n)) {
            throw new IllegalArgumentException("square matrix: " + n + " rows of "
                    + Arrays.stream(rows).map(row -> row.length).distinct().toList()
                    + " elements; at least one row is required, and every row as long as there are rows");
        }
        return new SquareMatrix(Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new));
    }

    public static SquareMatrix identity(int n) {
        double[][] rows = new double[n][n];
        Arrays.setAll(rows, i -> {
            rows[i][i] = 1;
            return rows[i];
        });
        return new SquareMatrix(rows);
    }

    /// n.
    public int size() {
        return rows.length;
    }

    public double at(int row, int column) {
        return rows[row][column];
    }

    public SquareMatrix plus(SquareMatrix other) {
        return elementwise((i, j) -> rows[i][j] + other.rows[i][j]);
    }

    public SquareMatrix times(double c) {
        return elementwise((i, j) -> c * rows[i][j]);
    }

    public SquareMatrix transpose() {
        return elementwise((i, j) -> rows[j][i]);
    }

    /// The matrix product.
    public SquareMatrix times(SquareMatrix other) {
        return elementwise((i, j) -> {
            double sum = 0;
            for (int k = 0; k < size(); k++) {
                sum += rows[i][k] * other.rows[k][j];
            }
            return sum;
        });
    }

    /// The product with a column.
    public double[] times(double... x) {
        double[] product = new double[size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                product[i] += rows[i][j] * x[j];
            }
        }
        return product;
    }

    /// This matrix with the rows from `from` to `to`, exclusive, alone; the others are 0.
    public SquareMatrix onlyRows(int from, int to) {
        return elementwise((i, j) -> i >= from && i < to ? rows[i][j] : 0);
    }

    /// The product of `exponent` factors, which are this matrix.
    public SquareMatrix power(long exponent) {
        SquareMatrix power = identity(size());
        SquareMatrix square = this;
        for (long left = exponent; left > 0; left /= 2) {
            power = left % 2 == 1 ? power.times(square) : power;
            square = square.times(square);
        }
        return power;
    }

    /// All n eigenvalues, as often as they are roots of the characteristic polynomial; see [Eigenvalues].
    public List<Complex> eigenvalues() {
        return Eigenvalues.of(rows());
    }

    /// A copy of the rows.
    public double[][] rows() {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rows);
    }

    private SquareMatrix elementwise(Element element) {
        double[][] result = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                result[i][j] = element.at(i, j);
            }
        }
        return new SquareMatrix(result);
    }

    private interface Element {
        double at(int i, int j);
    }
}
