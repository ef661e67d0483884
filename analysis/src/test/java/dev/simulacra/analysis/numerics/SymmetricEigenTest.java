package dev.simulacra.analysis.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
    /// Golden values: numpy 2.4.6, `linalg.eigvalsh`.
    @Test
    void eigenvaluesAreThoseOfAnotherProgram() {
        double[] values = SymmetricEigen.of(new double[][] {{2, .3, -.4}, {.3, 1, .2}, {-.4, .2, .5}}).values();
        Arrays.sort(values);

        assertThat(values).containsExactly(new double[] {0.294265, 1.05284947, 2.15288553}, within(1e-8));
    }

    @Test
    void theSquareRootTimesItselfIsTheMatrix() {
        int d = 40;
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix[i][j] = 1.0 / (1 + Math.abs(i - j));
            }
        }
        double[][] root = SymmetricEigen.of(matrix).squareRoot();

        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double product = 0;
                for (int k = 0; k < d; k++) {
                    product += root[i][k] * root[k][j];
                }
                assertThat(product).isCloseTo(matrix[i][j], within(1e-12));
            }
        }
    }

    @Test
    void zeroAndDiagonalMatricesNeedNoSweep() {
        assertThat(SymmetricEigen.of(new double[2][2]).values()).containsExactly(0, 0);
        assertThat(SymmetricEigen.of(new double[][] {{3, 0}, {0, -1}}).values()).containsExactly(3, -1);
    }

    @Test
    void aMatrixThatHoldsNoNumberIsRefused() {
        assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}))
                .isInstanceOf(ArithmeticException.class);
    }
}
