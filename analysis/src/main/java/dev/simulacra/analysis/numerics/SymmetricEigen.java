package dev.simulacra.analysis.numerics;

import java.util.Arrays;

/// The eigenvalues `values[i]` of a symmetric matrix and its eigenvectors, the columns of `vectors`: `S = V Λ Vᵀ`.
///
/// By Jacobi's rotations, cyclic by rows: each annihilates one pair of elements beside the diagonal; a handful of
/// sweeps over all pairs converges quadratically (Golub and Van Loan, Matrix Computations, section 8.5).
public record SymmetricEigen(double[] values, double[][] vectors) {
    private static final int MOST_SWEEPS = 60;

    /// The decomposition of `matrix`, of which the upper triangle is mirrored.
    public static SymmetricEigen of(double[][] matrix) {
        int d = matrix.length;
        double[][] s = new double[d][d];
        double[][] v = new double[d][d];
        for (int i = 0; i < d; i++) {
            v[i][i] = 1;
            for (int j = 0; j < d; j++) {
                s[i][j] = matrix[Math.min(i, j)][Math.max(i, j)];
            }
        }
        double negligible = 1e-32 * squares(s, true);
        for (int sweep = 0; !(squares(s, false) <= negligible); sweep++) {
            if (sweep == MOST_SWEEPS) {
                throw new ArithmeticException(
                        "eigenvalues: no convergence; every element of the matrix must be finite");
            }
            sweep(s, v);
        }
        double[] values = new double[d];
        Arrays.setAll(values, i -> s[i][i]);
        return new SymmetricEigen(values, v);
    }

    /// `V √Λ Vᵀ`, with eigenvalues below zero, which rounding makes, taken as zero.
    public double[][] squareRoot() {
        int d = values.length;
        double[][] root = new double[d][d];
        for (int k = 0; k < d; k++) {
            double scale = Math.sqrt(Math.max(values[k], 0));
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    root[i][j] += vectors[i][k] * scale * vectors[j][k];
                }
            }
        }
        return root;
    }

    private static void sweep(double[][] s, double[][] v) {
        for (int p = 0; p < s.length; p++) {
            for (int q = p + 1; q < s.length; q++) {
                if (s[p][q] != 0) {
                    annihilate(s, v, p, q);
                }
            }
        }
    }

    /// Rotates in the plane of axes p and q by the smaller of the two angles that make `s[p][q]` zero.
    private static void annihilate(double[][] s, double[][] v, int p, int q) {
        double theta = (s[q][q] - s[p][p]) / (2 * s[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + StrictMath.hypot(theta, 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (double[] row : s) {
            rotate(row, p, q, cosine, sine);
        }
        for (int k = 0; k < s.length; k++) {
            double a = s[p][k];
            double b = s[q][k];
            s[p][k] = cosine * a - sine * b;
            s[q][k] = sine * a + cosine * b;
        }
        s[p][q] = 0;
        s[q][p] = 0;
        for (double[] row : v) {
            rotate(row, p, q, cosine, sine);
        }
    }

    private static void rotate(double[] row, int p, int q, double cosine, double sine) {
        double a = row[p];
        double b = row[q];
        row[p] = cosine * a - sine * b;
        row[q] = sine * a + cosine * b;
    }

    private static double squares(double[][] s, boolean withDiagonal) {
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                sum += i == j && !withDiagonal ? 0 : s[i][j] * s[i][j];
            }
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SymmetricEigen(var l, var u) && Arrays.equals(values, l)
                && Arrays.deepEquals(vectors, u);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "eigenvalues " + Arrays.toString(values);
    }
}
