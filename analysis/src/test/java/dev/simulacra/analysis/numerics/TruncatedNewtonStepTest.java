package dev.simulacra.analysis.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class TruncatedNewtonStepTest {
    @Test
    void aSystemOfTwoEquationsIsSolvedInTwoIterations() {
        RealMatrix h = MatrixUtils.createRealMatrix(new double[][] {{4, 1}, {1, 3}});

        double[] x = TruncatedNewtonStep.of(h::operate, new double[] {4, 3}, new double[] {1, 2}, 1e-12);

        assertThat(x).containsExactly(new double[] {1.0 / 11, 7.0 / 11}, within(1e-14));
    }

    /// The matrix of a graph of three points, whose null space is (1, 1, 1).
    @Test
    void aSingularSystemIsSolvedWhereItCanBe() {
        RealMatrix h = MatrixUtils.createRealMatrix(new double[][] {{1, -1, 0}, {-1, 2, -1}, {0, -1, 1}});

        double[] x = TruncatedNewtonStep.of(h::operate, new double[] {1, 2, 1}, new double[] {1, 0, -1}, 1e-12);

        assertThat(h.operate(x)).containsExactly(new double[] {1, 0, -1}, within(1e-14));
    }

    @Test
    void alongADirectionWithoutCurvatureTheStepIsLong() {
        double[] x = TruncatedNewtonStep.of(_ -> new double[2], new double[] {1, 1}, new double[] {1, -1}, 1e-3);

        assertThat(x[0]).isGreaterThan(1e10).isEqualTo(-x[1]);
    }
}
