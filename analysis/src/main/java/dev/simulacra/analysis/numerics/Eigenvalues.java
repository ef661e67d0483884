package dev.simulacra.analysis.numerics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The eigenvalues of a real matrix that need not be symmetric: reflections to Hessenberg form, then Francis's
/// double-shifted QR iteration, which stays real although eigenvalues come in conjugate pairs.
///
/// Both are orthogonal similarities: the results are the exact eigenvalues of a matrix that differs from the given one
/// by a few n ε‖A‖, ε = 2⁻⁵². A simple, well-conditioned eigenvalue therefore has almost all its digits; a double one
/// of a defective matrix about half of them. The work grows with n³. Source: Golub and Van Loan, Matrix Computations,
/// sections 7.4 and 7.5.
public final class Eigenvalues {
    private static final double EPSILON = 0x1p-52;
    private static final int MOST_STEPS_EACH = 60;
    /// After so many steps without a result the shifts are chosen otherwise, to leave a cycle.
    private static final int PATIENCE = 10;

    private final double[][] h;
    private final List<Complex> found = new ArrayList<>();

    private Eigenvalues(double[][] matrix) {
        h = matrix;
    }

    /// The eigenvalues of `matrix`, which is overwritten, by falling modulus; of a pair, the one above the real axis
    /// first.
    ///
    /// @throws ArithmeticException where an element is not finite
    public static List<Complex> of(double[][] matrix) {
        if (!Arrays.stream(matrix).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new ArithmeticException("eigenvalues: every element of the matrix must be finite");
        }
        Eigenvalues work = new Eigenvalues(matrix);
        work.toHessenberg();
        work.iterate();
        work.found.sort(Comparator.comparingDouble(Complex::modulus).thenComparingDouble(Complex::im).reversed());
        return List.copyOf(work.found);
    }

    /// Makes zero what is below the first diagonal beneath the main one.
    private void toHessenberg() {
        int n = h.length;
        for (int k = 0; k < n - 2; k++) {
            double[] column = new double[n - k - 1];
            for (int i = k + 1; i < n; i++) {
                column[i - k - 1] = h[i][k];
            }
            reflect(column, k + 1, k, n, 0, n);
            for (int i = k + 2; i < n; i++) {
                h[i][k] = 0;
            }
        }
    }

    /// Splits eigenvalues off at the lower end until none is left.
    private void iterate() {
        int high = h.length - 1;
        int steps = 0;
        while (high >= 0) {
            int low = lowestCoupled(high);
            if (low < high - 1) {
                if (steps++ == MOST_STEPS_EACH) {
                    throw new ArithmeticException("eigenvalues: no convergence after " + MOST_STEPS_EACH + " steps");
                }
                francis(low, high, steps % PATIENCE == 0);
                continue;
            }
            if (low == high) {
                found.add(new Complex(h[high][high], 0));
            } else {
                pair(h[low][low], h[low][high], h[high][low], h[high][high]);
            }
            high = low - 1;
            steps = 0;
        }
    }

    /// Where the lowest block that ends at `high` begins: couplings lost in rounding are cut.
    private int lowestCoupled(int high) {
        int low = high;
        while (low > 0) {
            double beside = Math.abs(h[low - 1][low - 1]) + Math.abs(h[low][low]);
            if (Math.abs(h[low][low - 1]) <= EPSILON * (beside == 0 ? norm() : beside)) {
                h[low][low - 1] = 0;
                break;
            }
            low--;
        }
        return low;
    }

    private double norm() {
        return Arrays.stream(h).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    }

    /// The eigenvalues of `((a, b), (c, d))`.
    private void pair(double a, double b, double c, double d) {
        double half = (a - d) / 2;
        double square = half * half + b * c;
        if (square < 0) {
            found.add(new Complex(d + half, Math.sqrt(-square)));
            found.add(new Complex(d + half, -Math.sqrt(-square)));
            return;
        }
        // Both differ from d by a root of z² − (a − d) z − bc; the further root loses no digits, nor does bc over it.
        double further = half + Math.copySign(Math.sqrt(square), half);
        found.add(new Complex(d + further, 0));
        found.add(new Complex(further == 0 ? d : d - b * c / further, 0));
    }

    /// One step with the eigenvalues of the block's lower corner as shifts: a bulge of two rows is chased down.
    ///
    /// Two real ones give way to the one nearer to the corner, twice: each could otherwise belong to another double
    /// eigenvalue, and neither would come off.
    private void francis(int low, int high, boolean exceptional) {
        double d = h[high][high];
        double half = (h[high - 1][high - 1] - d) / 2;
        double square = half * half + h[high - 1][high] * h[high][high - 1];
        double nearer = d + half - Math.copySign(Math.sqrt(Math.max(square, 0)), half);
        double sum = square > 0 ? 2 * nearer : 2 * (d + half);
        double product = square > 0 ? nearer * nearer : (d + half) * (d + half) - square;
        if (exceptional) {
            double size = Math.abs(h[high][high - 1]) + Math.abs(h[high - 1][high - 2]);
            sum = 1.5 * size;
            product = size * size;
        }
        double[] bulge = {
            h[low][low] * (h[low][low] - sum) + h[low][low + 1] * h[low + 1][low] + product,
            h[low + 1][low] * (h[low][low] + h[low + 1][low + 1] - sum),
            h[low + 1][low] * h[low + 2][low + 1]
        };
        for (int k = low; k < high; k++) {
            if (k > low) {
                bulge = new double[Math.min(3, high - k + 1)];
                for (int i = 0; i < bulge.length; i++) {
                    bulge[i] = h[k + i][k - 1];
                }
            }
            reflect(bulge, k, Math.max(low, k - 1), high + 1, low, Math.min(k + 4, high + 1));
            for (int i = 1; i < bulge.length && k > low; i++) {
                h[k + i][k - 1] = 0;
            }
        }
    }

    /// `PHP` for the reflection P of the axes from `first` on that maps `x` onto the first of them; within the columns
    /// from `left` to `right` and the rows from `top` to `bottom`, exclusive.
    private void reflect(double[] x, int first, int left, int right, int top, int bottom) {
        double[] u = x.clone();
        double scale = Arrays.stream(u).map(Math::abs).max().orElse(0);
        if (scale == 0) {
            return;
        }
        double squares = 0;
        for (int i = 0; i < u.length; i++) {
            u[i] /= scale;
            squares += u[i] * u[i];
        }
        double length = Math.sqrt(squares);
        double factor = 1 / (squares + Math.abs(u[0]) * length);
        u[0] += Math.copySign(length, u[0]);
        for (int j = left; j < right; j++) {
            double dot = 0;
            for (int i = 0; i < u.length; i++) {
                dot += u[i] * h[first + i][j];
            }
            for (int i = 0; i < u.length; i++) {
                h[first + i][j] -= factor * dot * u[i];
            }
        }
        for (int row = top; row < bottom; row++) {
            double dot = 0;
            for (int i = 0; i < u.length; i++) {
                dot += h[row][first + i] * u[i];
            }
            for (int i = 0; i < u.length; i++) {
                h[row][first + i] -= factor * dot * u[i];
            }
        }
    }
}
