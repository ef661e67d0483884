package dev.simulacra.analysis.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositiveSemidefiniteTest {
    /// Golden eigenvalues: numpy 2.4.6, `linalg.eigvalsh`.
    @Test
    void theTraceOfTheRootIsTheSumOfTheRootsOfTheEigenvalues() {
        RealMatrix matrix = MatrixUtils.createRealMatrix(new double[][] {{2, .3, -.4}, {.3, 1, .2}, {-.4, .2, .5}});

        assertThat(PositiveSemidefinite.of(matrix).traceOfRoot())
                .isCloseTo(Math.sqrt(0.294265) + Math.sqrt(1.05284947) + Math.sqrt(2.15288553), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-300, 1e-150, 1e150, 1e300})
    void theSquareRootTimesItselfIsTheMatrix(double scale) {
        int d = 40;
        RealMatrix matrix = MatrixUtils.createRealMatrix(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix.setEntry(i, j, scale / (1 + Math.abs(i - j)));
            }
        }

        RealMatrix root = PositiveSemidefinite.of(matrix).squareRoot();

        assertThat(largest(root.multiply(root).subtract(matrix)) / scale).isLessThan(1e-12);
    }

    @Test
    void aSingularMatrixHasARoot() {
        RealMatrix matrix = MatrixUtils.createRealMatrix(new double[][] {{4, 4}, {4, 4}});

        RealMatrix root = PositiveSemidefinite.of(matrix).squareRoot();

        assertThat(largest(root.multiply(root).subtract(matrix))).isLessThan(1e-13);
        assertThat(PositiveSemidefinite.of(MatrixUtils.createRealMatrix(2, 2)).traceOfRoot()).isZero();
    }

    /// The covariance of 20 rows of 120 columns, whose rank is 20: the library's symmetric iteration ends without a
    /// result for some such matrices.
    @Test
    void aMatrixOfLowRankHasARoot() {
        float[] rows = Gaussian.isotropic(120, 1).rows(1, "rows", 20);
        RealMatrix x = MatrixUtils.createRealMatrix(20, 120);
        for (int i = 0; i < rows.length; i++) {
            x.setEntry(i / 120, i % 120, rows[i]);
        }
        RealMatrix matrix = x.transposeMultiply(x);

        RealMatrix root = PositiveSemidefinite.of(matrix).squareRoot();

        assertThat(largest(root.multiply(root).subtract(matrix)) / largest(matrix)).isLessThan(1e-13);
    }

    @Test
    void aMatrixThatHoldsNoNumberIsRefused() {
        RealMatrix matrix = MatrixUtils.createRealMatrix(new double[][] {{1, Double.NaN}, {Double.NaN, 1}});

        assertThatThrownBy(() -> PositiveSemidefinite.of(matrix))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("square root: an element is NaN; every element of the matrix must be finite");
    }

    private static double largest(RealMatrix matrix) {
        return matrix.map(Math::abs).getNorm1();
    }
}
