package dev.simulacra.analysis.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class EigenvaluesTest {
    @Test
    void ofTwoCoordinatesTheyAreTheRootsOfAQuadratic() {
        assertThat(of(new double[] {0, 1}, new double[] {-4, 0}))
                .containsExactly(new Complex(0, 2), new Complex(0, -2));
        assertThat(of(new double[] {2, 5}, new double[] {0, 3})).containsExactly(new Complex(3, 0), new Complex(2, 0));
        assertThat(of(new double[] {7})).containsExactly(new Complex(7, 0));
    }

    /// 1 and 10⁻¹², whose difference of roots would lose every digit of the smaller.
    @Test
    void aSmallOneBesideALargeOneKeepsItsDigits() {
        List<Complex> found = of(new double[] {1, 1e-6}, new double[] {1e-6, 2e-12});

        assertThat(found.get(1).getReal()).isCloseTo(1e-12, within(1e-22));
    }

    /// Seed 1; n ε‖A‖ is below 1e-12, and the planted eigenvalues are well apart.
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 20, 60})
    void thePlantedOnesAreFound(int n) {
        List<Complex> planted = planted(n);

        assertMatch(of(hidden(planted)), planted, 1e-7);
    }

    /// All moduli are equal, so that plain shifts make no progress.
    @Test
    void ofACyclicPermutationTheyAreTheRootsOfUnity() {
        int n = 8;
        double[][] cycle = new double[n][n];
        IntStream.range(0, n).forEach(i -> cycle[i][(i + 1) % n] = 1);

        assertMatch(
                of(cycle),
                IntStream.range(0, n)
                        .mapToObj(i -> new Complex(Math.cos(2 * Math.PI * i / n), Math.sin(2 * Math.PI * i / n)))
                        .toList(),
                1e-12);
    }

    /// A defective one is known to the square root of the precision.
    @Test
    void ofAJordanBlockTheyAreAllTheSame() {
        assertMatch(
                of(new double[] {3, 1}, new double[] {0, 3}), List.of(new Complex(3, 0), new Complex(3, 0)), 1e-7);
        assertMatch(
                of(new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {0, 0, 0}),
                List.of(new Complex(0, 0), new Complex(0, 0), new Complex(0, 0)),
                1e-5);
    }

    @Test
    void whatIsNotFiniteHasNone() {
        assertThatThrownBy(() -> of(new double[] {Double.NaN}))
                .hasMessage("eigenvalues: an element is NaN; every element of the matrix must be finite");
        assertThatThrownBy(() -> Eigenvalues.of(MatrixUtils.createRealMatrix(2, 3)))
                .hasMessage("eigenvalues: the matrix has 2 rows and 3 columns; it must be square");
    }

    /// Products of elements would be 10^±600 and 10^±300.
    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1e-300, 1e150, 1e-150})
    void theyScaleWithTheMatrix(double scale) {
        double[][] matrix = MatrixUtils.createRealMatrix(hidden(planted(7))).scalarMultiply(scale).getData();

        List<Complex> unscaled = of(matrix).stream().map(mu -> mu.divide(scale)).toList();

        assertMatch(unscaled, planted(7), 1e-7);
    }

    @Test
    void ofZeroTheyAreZero() {
        assertThat(of(new double[3][3])).containsExactly(Complex.ZERO, Complex.ZERO, Complex.ZERO);
    }

    /// Real ones and pairs in turn, on a widening spiral.
    private static List<Complex> planted(int n) {
        List<Complex> planted = new ArrayList<>();
        while (planted.size() < n) {
            double i = planted.size() + 1;
            if (planted.size() % 3 == 0 || planted.size() == n - 1) {
                planted.add(new Complex(planted.size() % 2 == 0 ? -i : i / 2, 0));
            } else {
                planted.add(new Complex(Math.cos(i), i));
                planted.add(new Complex(Math.cos(i), -i));
            }
        }
        return planted;
    }

    /// Blocks of the planted eigenvalues, something above them, and a change of coordinates by L: `L B L⁻¹`.
    private static double[][] hidden(List<Complex> planted) {
        int n = planted.size();
        float[] noise = Gaussian.isotropic(1, 1).rows(1, "noise", 2 * n * n);
        double[][] b = new double[n][n];
        double[][] l = new double[n][n];
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                b[i][j] = noise[i * n + j];
                l[j][i] = noise[n * n + i * n + j] / n;
            }
            l[i][i] = 1;
        }
        for (int i = 0; i < n; i++) {
            b[i][i] = planted.get(i).getReal();
            if (planted.get(i).getImaginary() > 0) {
                b[i][i + 1] = planted.get(i).getImaginary();
                b[i + 1][i] = -planted.get(i).getImaginary();
            }
        }
        for (int column = 0; column < n; column++) {
            for (int i = 0; i < n; i++) {
                inverse[i][column] = i == column ? 1 : 0;
                for (int k = 0; k < i; k++) {
                    inverse[i][column] -= l[i][k] * inverse[k][column];
                }
            }
        }
        return MatrixUtils.createRealMatrix(l)
                .multiply(MatrixUtils.createRealMatrix(b))
                .multiply(MatrixUtils.createRealMatrix(inverse))
                .getData();
    }

    private static List<Complex> of(double[]... rows) {
        return Eigenvalues.of(MatrixUtils.createRealMatrix(rows));
    }

    /// Every expected one has a found one of its own within `tolerance`.
    public static void assertMatch(List<Complex> found, List<Complex> expected, double tolerance) {
        List<Complex> left = new ArrayList<>(found);
        assertThat(found).hasSameSizeAs(expected);
        for (Complex each : expected) {
            Complex nearest = left.stream()
                    .min(Comparator.comparingDouble(mu -> mu.subtract(each).norm()))
                    .orElseThrow();
            assertThat(nearest.subtract(each).norm()).as("%s among %s", each, found).isLessThan(tolerance);
            left.remove(nearest);
        }
    }
}
