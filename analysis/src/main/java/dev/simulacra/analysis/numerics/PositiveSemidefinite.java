package dev.simulacra.analysis.numerics;

import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/// A symmetric matrix without negative eigenvalues, as a covariance matrix is, and its square root.
///
/// Its eigenvalues are its singular values, and those are Hipparchus's, of the matrix scaled by a power of four. Its
/// symmetric eigenvalue iteration ends without a result for covariances of fewer rows than columns.
public final class PositiveSemidefinite {
    private final SingularValueDecomposition scaled;
    private final double rootOfScale;

    private PositiveSemidefinite(SingularValueDecomposition scaled, double rootOfScale) {
        this.scaled = scaled;
        this.rootOfScale = rootOfScale;
    }

    /// The symmetric part `½(M + Mᵀ)` of `matrix`, `(n, n)`: what rounding has made unsymmetric is evened out.
    ///
    /// @throws ArithmeticException where an element is not finite
    public static PositiveSemidefinite of(RealMatrix matrix) {
        int exponent = Magnitude.exponent("square root", matrix) / 2;
        RealMatrix unit = matrix.map(x -> Math.scalb(x, -2 * exponent));
        return new PositiveSemidefinite(
                new SingularValueDecomposition(unit.add(unit.transpose()).scalarMultiply(0.5)),
                Math.scalb(1.0, exponent));
    }

    /// The symmetric R with `R R = M`, `(n, n)`.
    public RealMatrix squareRoot() {
        RealMatrix roots = MatrixUtils.createRealDiagonalMatrix(roots());
        return scaled.getU().multiply(roots).multiplyTransposed(scaled.getU());
    }

    /// The trace of the square root: the sum of the roots of the eigenvalues.
    public double traceOfRoot() {
        return Arrays.stream(roots()).sum();
    }

    private double[] roots() {
        return Arrays.stream(scaled.getSingularValues())
                .map(value -> rootOfScale * Math.sqrt(value))
                .toArray();
    }
}
