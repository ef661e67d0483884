package dev.simulacra.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import dev.simulacra.data.Mixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WassersteinTest {
    /// What [PointSet] refuses in every metric.
    @Test
    void setsThatAreNoPointsAreRefused() {
        float[] two = {1, 2};
        for (int columns : new int[] {0, -1}) {
            assertThatThrownBy(() -> Wasserstein.sliced(two, two, columns))
                    .hasMessage("sliced wasserstein: " + columns + " columns; there must be at least one");
        }
        assertThatThrownBy(() -> Wasserstein.exact(new float[0], two, 1))
                .hasMessage("wasserstein: 0 values with 1 columns; there must be at least one row, and whole rows");
        assertThatThrownBy(() -> Wasserstein.exact(two, new float[] {1, Float.NaN}, 1))
                .hasMessage("wasserstein: row 1 has the value NaN; every number must be finite");
    }

    private static final Gaussian PLANE = Gaussian.of(new double[][] {{1, 0.5}, {0, 0.7}}, 0, 0);

    @Test
    void onTheLineSortedNumbersAreMatched() {
        assertThat(Wasserstein.onLine(new float[] {3, 1, 2}, new float[] {2, 4, 3})).isEqualTo(1);
        assertThat(Wasserstein.onLine(new float[] {5}, new float[] {2})).isEqualTo(3);
    }

    /// {0, 1} against {0, 0, 3}: the quantiles differ by 0 up to ½, by 1 from ½ to ⅔, by 2 from there.
    @Test
    void setsNeedNotBeEquallyMany() {
        assertThat(Wasserstein.onLine(new float[] {0, 1}, new float[] {3, 0, 0}))
                .isCloseTo(Math.sqrt(1 / 6.0 + 4 / 3.0), within(1e-15));
    }

    /// A point at c is moved from N(m, s²) over √(s² + (m − c)²).
    @Test
    void aPointIsAsFarFromADensityAsItsSecondMoment() {
        assertThat(Wasserstein.onLine(Gaussian.of(1, 2), new float[] {4})).isCloseTo(Math.sqrt(13), within(1e-6));
    }

    /// Seed 1, n = 20,000: the distance of the Gaussians is √((2 − 1)² + (1.5 − .5)²); tolerance three times the error
    /// of the mean, .01.
    @Test
    void gaussiansOnTheLineHaveTheKnownDistance() {
        float[] samples = Gaussian.of(2, 1.5).rows(1, "data", 20_000);

        assertThat(Wasserstein.onLine(Gaussian.of(1, 0.5), samples)).isCloseTo(Math.sqrt(2), within(0.03));
        assertThat(Wasserstein.onLine(Gaussian.of(1, 0.5).rows(2, "data", 20_000), samples))
                .isCloseTo(Math.sqrt(2), within(0.03));
    }

    /// With the mass of one mode of two moved to the other, a quarter of all moves over a distance of 4: with .75 and
    /// .25 instead of halves. Seed 3, n = 20,000.
    @Test
    void aMixtureWithTheWrongMassesIsAsFarAsTheMassMustGo() {
        Mixture wrong = Mixture.onLine(0.5, -2, -2, -2, 2);

        assertThat(Wasserstein.onLine(Mixture.onLine(0.5, -2, 2), wrong.rows(3, "data", 20_000)))
                .isBetween(Math.sqrt(0.25) * 3, Math.sqrt(0.25) * 4);
    }

    @Test
    void aTranslationIsItsOwnDistance() {
        float[] rows = PLANE.rows(4, "data", 300);
        float[] moved = moved(rows, 3, 4);

        assertThat(Wasserstein.exact(rows, moved, 2)).isCloseTo(5, within(1e-6));
        assertThat(Wasserstein.sliced(rows, moved, 2)).isCloseTo(5 / Math.sqrt(2), within(1e-6));
        assertThat(Wasserstein.exact(rows, rows, 2)).isZero();
        assertThat(Wasserstein.sliced(rows, rows, 2)).isZero();
    }

    @Test
    void orderDoesNotMatter() {
        float[] rows = PLANE.rows(5, "data", 100);
        float[] reversed = new float[rows.length];
        for (int i = 0; i < 100; i++) {
            System.arraycopy(rows, 2 * i, reversed, 2 * (99 - i), 2);
        }

        assertThat(Wasserstein.exact(rows, reversed, 2)).isLessThan(1e-7);
        assertThat(Wasserstein.sliced(rows, reversed, 2)).isLessThan(1e-7);
    }

    /// In one column every way is the same; orthogonal frames in five dimensions see |v|/√5 up to float's rounding.
    @Test
    void theWaysAgreeOnTheLineAndDirectionsAreFairInSpace() {
        float[] a = Gaussian.of(0, 1).rows(6, "a", 200);
        float[] b = Gaussian.of(1, 2).rows(6, "b", 200);
        float[] space = Gaussian.isotropic(5, 1).rows(6, "c", 50);
        float[] moved = space.clone();
        for (int i = 0; i < moved.length; i += 5) {
            moved[i] += 2;
        }

        assertThat(Wasserstein.exact(a, b, 1)).isCloseTo(Wasserstein.onLine(a, b), within(1e-12));
        assertThat(Wasserstein.sliced(a, b, 1)).isCloseTo(Wasserstein.onLine(a, b), within(1e-12));
        assertThat(Wasserstein.sliced(space, moved, 5)).isCloseTo(2 / Math.sqrt(5), within(1e-6));
    }

    /// One Gaussian is the other with its first coordinate s = 5 times as wide. Along u the deviation is `√(1 + 24u₁²)`
    /// instead of 1, so the squared distance is the mean of `(√(1 + 24u₁²) − 1)²` over all directions. The same 4,000
    /// quantiles stand for a normal law on either side. 64 independent directions were up to a quarter wrong;
    /// orthogonal frames stay within 3 in 100, the most that was seen in 3 to 30 dimensions being 1.6.
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10, 30})
    void theDirectionsAreFairToOneWideCoordinate(int d) {
        double mean = 0;
        double sum = 0;
        for (double[] u : Directions.of(d, 512)) {
            mean += u[0] * u[0];
            double more = Math.sqrt(1 + 24 * u[0] * u[0]) - 1;
            sum += more * more;
        }
        int count = Directions.of(d, 512).length;

        assertThat(mean / count).isCloseTo(1.0 / d, within(1e-12));
        double known = Math.sqrt(wideOnSphere(d));
        assertThat(Math.sqrt(sum / count)).isCloseTo(known, within(0.03 * known));
    }

    /// The mean of `(√(1 + 24x²) − 1)²` where x is a coordinate of a direction: its density is `(1 − x²)^((d − 3)/2)`.
    private static double wideOnSphere(int d) {
        double sum = 0;
        double mass = 0;
        for (int i = 0; i < 100_000; i++) {
            double x = (i + 0.5) / 100_000;
            double density = Math.pow(1 - x * x, (d - 3) / 2.0);
            double more = Math.sqrt(1 + 24 * x * x) - 1;
            sum += density * more * more;
            mass += density;
        }
        return sum / mass;
    }

    /// The whole distance of two sets of 20,000 in ten dimensions, seeds as written: the floor of either is .02.
    @Test
    void slicedGaussiansInTenDimensionsHaveTheKnownDistance() {
        float[] a = Gaussian.isotropic(10, 1).rows(1, "a", 20_000);
        float[] b = Gaussian.isotropic(10, 1).rows(2, "b", 20_000);
        for (int i = 0; i < b.length; i += 10) {
            b[i] *= 5;
        }
        double known = Math.sqrt(wideOnSphere(10));

        assertThat(Wasserstein.sliced(a, b, 10)).isCloseTo(known, within(0.03 * known));
    }

    /// Seeds as written, n = 500: two Gaussians of known distance, and the floor that two fresh sets leave.
    @Test
    void gaussiansOfThePlaneHaveTheKnownDistanceAboveTheFloor() {
        Gaussian other = Gaussian.of(new double[][] {{2, 0}, {0.3, 1}}, 1, -1);
        double known = Frechet.between(PLANE, other).wasserstein2();
        Baseline floor = Baseline.between(PLANE, 500, 3, 7, (a, b) -> Wasserstein.exact(a, b, 2));

        assertThat(Wasserstein.exact(PLANE.rows(8, "a", 500), other.rows(8, "b", 500), 2))
                .isCloseTo(known, within(floor.mean()));
        assertThat(floor.mean()).isBetween(0.1, 0.3);
    }

    @Test
    void whatCannotBeMatchedIsRefused() {
        assertThatThrownBy(() -> Wasserstein.exact(new float[4], new float[6], 2))
                .hasMessage("wasserstein: sets of 2 and 3 points; a matching needs as many in both");
        assertThatThrownBy(() -> Wasserstein.onLine(PLANE, new float[2]))
                .hasMessageContaining("on the line there is one");
        assertThatThrownBy(() -> Wasserstein.sliced(new float[] {1, 2, 3, Float.NaN}, new float[4], 2))
                .hasMessage("sliced wasserstein: row 1 has the value NaN; every number must be finite");
    }

    static float[] moved(float[] rows, float x, float y) {
        float[] moved = rows.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += i % 2 == 0 ? x : y;
        }
        return moved;
    }
}
