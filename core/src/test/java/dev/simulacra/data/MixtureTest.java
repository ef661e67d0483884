package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MixtureTest {
    private static final Mixture RING = Mixture.ring(8, 1, 0.01);

    /// Golden values: numpy 2.4.6, the logarithm of the mean of three densities.
    @Test
    void theLogDensityIsThatOfTheMeanOfTheComponents() {
        Mixture mixture = new Mixture(new double[][] {{0, 0}, {1, 0}, {0, 2}}, 0.2);

        assertThat(mixture.logDensity(0.3, 0.4)).isCloseTo(-2.8358981817200437, within(1e-13));
        assertThat(mixture.logDensity(1, 1)).isCloseTo(-12.217606076930686, within(1e-12));
    }

    @Test
    void theLogDensityIsFiniteWhereEveryComponentUnderflows() {
        assertThat(RING.logDensity(50, 50)).isFinite().isLessThan(-1e7);
    }

    @Test
    void oneComponentIsTheGaussian() {
        assertThat(Mixture.onLine(2, 1).logDensity(4)).isCloseTo(Gaussian.of(1, 2).logDensity(4), within(1e-14));
    }

    /// The angles of a ring that ends where it begins give one mode fewer.
    @Test
    void aRingHasAsManyDistinctModesAsItSays() {
        long distinct = Arrays.stream(RING.centres())
                .map(centre -> Math.round(1000 * centre[0]) + " " + Math.round(1000 * centre[1]))
                .distinct()
                .count();

        assertThat(distinct).isEqualTo(8);
    }

    @Test
    void aGridIsCentredOnTheOrigin() {
        Mixture grid = Mixture.grid(5, 2, 0.05);

        assertThat(grid.centres()).hasDimensions(25, 2);
        assertThat(grid.centres()[0]).containsExactly(-4, -4);
        assertThat(grid.centres()[24]).containsExactly(4, 4);
    }

    /// Seed 1, n = 80,000; tolerance 5 standard errors √(⅛·⅞/n).
    @Test
    void componentsAreEquallyFrequent() {
        int[] counts = new int[8];
        for (int component : components(80_000)) {
            counts[component]++;
        }

        for (int count : counts) {
            assertThat(count / 80_000.0).isCloseTo(0.125, within(5 * Math.sqrt(0.125 * 0.875 / 80_000)));
        }
    }

    /// Row numbers taken in turn from permutations of the centres would repeat in 1 of 64 neighbours, not in 8.
    /// Seed 1, n = 80,000; tolerance 5 standard errors.
    @Test
    void neighbouringRowsHaveIndependentComponents() {
        int[] components = components(80_000);
        int repeated = 0;
        for (int i = 1; i < components.length; i++) {
            repeated += components[i] == components[i - 1] ? 1 : 0;
        }

        assertThat(repeated / 80_000.0).isCloseTo(0.125, within(5 * Math.sqrt(0.125 * 0.875 / 80_000)));
    }

    /// Seed 2, n = 80,000: the mean square about the centres is σ² within 5 standard errors σ²√(2/2n).
    @Test
    void samplesLieAroundTheirCentres() {
        float[] rows = RING.rows(2, "data", 80_000);
        double sum = 0;
        for (int i = 0; i < rows.length; i += 2) {
            double[] centre = RING.centres()[component(rows[i], rows[i + 1])];
            sum += Math.pow(rows[i] - centre[0], 2) + Math.pow(rows[i + 1] - centre[1], 2);
        }

        assertThat(sum / rows.length).isCloseTo(1e-4, within(5e-4 * Math.sqrt(1.0 / 80_000)));
    }

    @Test
    void smoothingAddsVariances() {
        assertThat(Mixture.onLine(0.3, 1, 2).smoothed(0.4)).isEqualTo(Mixture.onLine(0.5, 1, 2));
    }

    @Test
    void centresHaveAsManyCoordinatesAsEachOther() {
        assertThatThrownBy(() -> new Mixture(new double[][] {{0, 0}, {1}}, 1))
                .hasMessage("mixture: centres have 2 and 1 coordinates; all must have the same number");
        assertThatThrownBy(() -> Mixture.onLine(0, 1)).hasMessageContaining("a deviation above 0");
    }

    private static int[] components(int n) {
        float[] rows = RING.rows(1, "data", n);
        int[] components = new int[n];
        Arrays.setAll(components, i -> component(rows[2 * i], rows[2 * i + 1]));
        return components;
    }

    private static int component(double x, double y) {
        return Math.floorMod(Math.round(Math.atan2(y, x) / (Math.PI / 4)), 8);
    }
}
