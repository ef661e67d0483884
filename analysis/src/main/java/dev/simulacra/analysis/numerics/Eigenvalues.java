package dev.simulacra.analysis.numerics;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.RealMatrix;

/// The eigenvalues of a real square matrix that need not be symmetric.
///
/// The decomposition is Hipparchus's: Hessenberg form, then the shifted QR iteration. It squares elements and compares
/// them with fixed thresholds, so the matrix is first scaled by a power of two, which costs no digit, such that its
/// largest element lies between 1 and 2.
///
/// The results are the exact eigenvalues of a matrix that differs from the given one by a few `n ε‖A‖`, `ε = 2⁻⁵²`. A
/// simple, well-conditioned eigenvalue therefore has almost all its digits, a double one of a defective matrix about
/// half of them. The work grows with n³.
public final class Eigenvalues {
    private static final double EPSILON = 0x1p-52;
    private static final double LARGEST_TOLERANCE = 1e-8;

    private Eigenvalues() {}

    /// The n eigenvalues of `matrix`, each as often as it is a root of the characteristic polynomial, by falling
    /// modulus; of a conjugate pair, the one above the real axis first.
    ///
    /// @param matrix a matrix `(n, n)` of finite numbers of any size, 10⁻³⁰⁰ and 10³⁰⁰ included
    /// @throws ArithmeticException where an element is not finite, or the iteration does not converge
    /// @throws IllegalArgumentException where the matrix is not square
    public static List<Complex> of(RealMatrix matrix) {
        if (!matrix.isSquare()) {
            throw new IllegalArgumentException("eigenvalues: the matrix has " + matrix.getRowDimension() + " rows and "
                    + matrix.getColumnDimension() + " columns; it must be square");
        }
        int exponent = Magnitude.exponent("eigenvalues", matrix);
        if (matrix.getNorm1() == 0) {
            return Collections.nCopies(matrix.getRowDimension(), Complex.ZERO);
        }
        RealMatrix scaled = matrix.map(x -> Math.scalb(x, -exponent));
        return Arrays.stream(decomposed(scaled))
                .map(mu -> new Complex(Math.scalb(mu.getReal(), exponent), Math.scalb(mu.getImaginary(), exponent)))
                .sorted(Comparator.comparingDouble(Complex::norm).thenComparingDouble(Complex::getImaginary).reversed())
                .toList();
    }

    /// The eigenvalues by the least tolerance for which the iteration ends: on some matrices it stalls where elements
    /// below the diagonal are small but not below the rounding of their neighbours.
    private static Complex[] decomposed(RealMatrix matrix) {
        for (double tolerance = EPSILON; tolerance < LARGEST_TOLERANCE; tolerance *= 8) {
            try {
                return new EigenDecompositionNonSymmetric(matrix, tolerance).getEigenvalues();
            } catch (MathIllegalStateException _) {
                // The next tolerance is larger.
            }
        }
        throw new ArithmeticException("eigenvalues: the iteration does not converge for this matrix of "
                + matrix.getRowDimension() + " rows");
    }
}
