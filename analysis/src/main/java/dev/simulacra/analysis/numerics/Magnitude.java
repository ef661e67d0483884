package dev.simulacra.analysis.numerics;

import org.hipparchus.linear.RealMatrix;

/// The binary order of magnitude of a matrix, by which it is scaled before a decomposition whose thresholds are fixed.
final class Magnitude {
    private Magnitude() {}

    /// The exponent e of the largest element, `2ᵉ ≤ max |mᵢⱼ| < 2ᵉ⁺¹`; 0 for a matrix of zeros.
    ///
    /// @throws ArithmeticException where an element is not finite
    static int exponent(String operation, RealMatrix matrix) {
        double largest = 0;
        for (double[] row : matrix.getData()) {
            for (double x : row) {
                if (!Double.isFinite(x)) {
                    throw new ArithmeticException(
                            operation + ": an element is " + x + "; every element of the matrix must be finite");
                }
                largest = Math.max(largest, Math.abs(x));
            }
        }
        return largest == 0 ? 0 : Math.getExponent(largest);
    }
}
