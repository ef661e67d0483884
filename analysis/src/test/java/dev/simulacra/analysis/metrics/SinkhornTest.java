package dev.simulacra.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Curves;
import dev.simulacra.data.Mixture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinkhornTest {
    private static final Mixture RING = Mixture.ring(8, 1, 0.01);

    @Test
    void twoPointsAreTheirSquaredDistanceApart() {
        assertThat(Sinkhorn.between(new float[] {0, 0}, new float[] {3, 4}, 2, 0.1).squared())
                .isCloseTo(25, within(1e-12));
    }

    /// {0, 2} and {1, 4} on the line, ε = 1. In transport between two and two points of weight ½ the plan is
    /// (p, ½ − p), (½ − p, p) with `p/(½ − p) = e^(δ/2ε)`, δ the difference of the summed costs of the two matchings.
    @Test
    void twoAndTwoPointsHaveAClosedForm() {
        double across = closedForm(1, 16, 1, 4);
        double within = (closedForm(0, 4, 4, 0) + closedForm(0, 9, 9, 0)) / 2;

        assertThat(Sinkhorn.between(new float[] {0, 2}, new float[] {1, 4}, 1, 1).squared())
                .isCloseTo(across - within, within(1e-6));
    }

    /// Whatever ε is. n = 200, seed 1.
    @Test
    void aTranslationIsItsSquaredLength() {
        float[] moons = Curves.moons(0.1).rows(1, "data", 200);
        float[] moved = WassersteinTest.moved(moons, 0.3f, 0.4f);

        assertThat(Sinkhorn.between(moons, moved, 2).squared()).isCloseTo(0.25, within(1e-4));
        assertThat(Sinkhorn.between(moons, moved, 2, 1).squared()).isCloseTo(0.25, within(1e-5));
    }

    @Test
    void equalSetsHaveDivergenceZero() {
        float[] rows = RING.rows(2, "data", 200);

        assertThat(Sinkhorn.between(rows, rows, 2).squared()).isCloseTo(0, within(1e-5));
    }

    /// The entropy term alone, not freed from its bias, tells equal sets apart.
    @Test
    void withoutTheCorrectionEqualSetsWouldDiffer() {
        PointSet points = PointSet.of("test", RING.rows(2, "data", 200), 2);

        assertThat(Transport.within(points, 0.02).cost()).isGreaterThan(0.03);
        assertThat(Transport.between(points, points, 0.02).cost())
                .isCloseTo(Transport.within(points, 0.02).cost(), within(1e-5));
    }

    /// Far clusters with unequal counts are what plain rounds take thousands of steps for. Seed 3, n = 200; a small ε
    /// leaves little of the entropy.
    @Test
    void itComesNearTheExactDistanceBetweenClusters() {
        float[] a = RING.rows(3, "a", 200);
        float[] b = RING.rows(3, "b", 200);
        double exact = Wasserstein.exact(a, b, 2);

        assertThat(Sinkhorn.between(a, b, 2).wasserstein2()).isCloseTo(exact, within(0.05 * exact));
    }

    /// n points of which ½n lie at 0 and the others at L, against ½n + k at 0. With the plan (½, 0), (δ, ½ − δ), δ =
    /// k/n, whose missing element is below e⁻⁴⁰⁰,
    ///
    /// ```text
    /// S = δL² + ε (KL(plan, masses) − ½ ln 2 − ½ H(½ + δ, ½ − δ))
    /// ```
    @ParameterizedTest
    @CsvSource({"1000, 1", "500, 1", "500, 2", "500, 3"})
    void aSurplusInOneOfTwoFarClustersHasAClosedForm(int n, int k) {
        double epsilon = 0.5;
        double d = (double) k / n;
        double relative = 0.5 * Math.log(1 / (0.5 + d)) + d * Math.log(d / (0.5 * (0.5 + d)))
                + (0.5 - d) * Math.log(2);
        double entropy = -(0.5 + d) * Math.log(0.5 + d) - (0.5 - d) * Math.log(0.5 - d);
        double expected = 100 * d + epsilon * (relative - (Math.log(2) + entropy) / 2);

        double measured = Sinkhorn.between(clusters(n, n / 2), clusters(n, n / 2 + k), 1, epsilon).squared();

        assertThat(measured).isCloseTo(expected, within(1e-5 * expected));
        assertThat(measured).isCloseTo(100 * d, within(0.15 * 100 * d));
    }

    /// Seeds as written: the clusters have a deviation of .1, so that no two points are equal.
    @Test
    void aSurplusInOneOfTwoFarCloudsCostsItsWay() {
        float[] a = Mixture.onLine(0.1, 0).rows(1, "a", 500);
        float[] b = Mixture.onLine(0.1, 0).rows(2, "b", 500);
        for (int i = 0; i < 250; i++) {
            a[i] += 10;
            b[i] += i < 2 ? 0 : 10;
        }

        double exact = Wasserstein.onLine(a, b);

        assertThat(Sinkhorn.between(a, b, 1).squared()).isCloseTo(exact * exact, within(0.05 * exact * exact));
    }

    @Test
    void whatDoesNotConvergeIsRefused() {
        PointSet a = PointSet.of("test", RING.rows(3, "a", 100), 2);
        PointSet b = PointSet.of("test", RING.rows(3, "b", 100), 2);

        assertThatThrownBy(() -> Transport.between(a, b, 0.01, 5))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("sinkhorn: the masses are not met after 5 rounds with epsilon 0.01;"
                        + " a larger epsilon is required");
    }

    private static float[] clusters(int n, int atZero) {
        float[] points = new float[n];
        Arrays.fill(points, atZero, n, 10);
        return points;
    }

    @Test
    void epsilonIsAboveZero() {
        assertThatThrownBy(() -> Sinkhorn.between(new float[1], new float[1], 1, 0))
                .hasMessage("sinkhorn: epsilon is 0.0; it must be above 0");
    }

    /// OT of two and two points with costs `a b; c d` and ε = 1.
    private static double closedForm(double a, double b, double c, double d) {
        double p = 0.5 / (1 + Math.exp((a + d - b - c) / 2));
        double q = 0.5 - p;
        return p * (a + d) + q * (b + c) + 2 * p * Math.log(4 * p) + 2 * q * Math.log(4 * q);
    }
}
