package dev.simulacra.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Mixture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeCoverageTest {
    private static final Mixture RING = Mixture.ring(8, 1, 0.01);
    private static final Mixture GRID = Mixture.grid(5, 2, 0.05);
    private static final Mixture FOUR = Mixture.onLine(0.1, 0, 1, 2, 3);

    /// Of six samples .2 and .05 belong to the first mode, 1 to the second, 2.9 to the last; .5 is nearest to the first
    /// (and the second), but 5 deviations off, and 9 is nearest to the last.
    @Test
    void aSampleOfHighQualityIsNearerThanThreeDeviations() {
        ModeCoverage coverage = ModeCoverage.of(FOUR, new float[] {0.2f, 0.05f, 1, 2.9f, 0.5f, 9});

        assertThat(coverage.counts()).containsExactly(2, 1, 0, 1);
        assertThat(coverage.covered()).isEqualTo(3);
        assertThat(coverage.modes()).isEqualTo(4);
        assertThat(coverage.highQuality()).isEqualTo(4 / 6.0);
    }

    /// Masses ½, ¼, 0, ¼: `½ ln 2 + ¼ ln 1 + ¼ ln 1`, and `½(¼ + 0 + ¼ + 0)`. The other direction would be infinite.
    @Test
    void massesAreSharesOfTheSamplesOfHighQuality() {
        ModeCoverage coverage = ModeCoverage.of(FOUR, new float[] {0.2f, 0.05f, 1, 2.9f, 0.5f, 9});

        assertThat(coverage.reverseKl()).isCloseTo(0.5 * Math.log(2), within(1e-15));
        assertThat(coverage.totalVariation()).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void exactlyThreeDeviationsAreNotNearer() {
        Mixture mixture = Mixture.onLine(0.5, 0, 10);

        assertThat(ModeCoverage.of(mixture, new float[] {1.5f}).covered()).isZero();
        assertThat(ModeCoverage.of(mixture, new float[] {Math.nextDown(1.5f)}).covered()).isEqualTo(1);
        assertThat(ModeCoverage.of(mixture, new float[] {1.5f}, 3.1).covered()).isEqualTo(1);
    }

    @Test
    void collapseToOneModeHasTheLargestDivergence() {
        ModeCoverage coverage = ModeCoverage.of(FOUR, new float[] {1, 1, 1});

        assertThat(coverage.reverseKl()).isCloseTo(Math.log(4), within(1e-15));
        assertThat(coverage.totalVariation()).isEqualTo(0.75);
        assertThat(ModeCoverage.of(FOUR, new float[] {7, Float.NaN}).reverseKl()).isEqualTo(Math.log(4));
        assertThat(ModeCoverage.of(FOUR, new float[] {7, Float.NaN}).totalVariation()).isEqualTo(0.75);
        assertThat(ModeCoverage.of(FOUR, new float[] {7, Float.NaN}).highQuality()).isZero();
    }

    /// Golden values: scipy 1.17.1, `stats.chi2.cdf(9, d)`.
    @ParameterizedTest
    @CsvSource({
        "1, 0.9973002039367398", "2, 0.9888910034617577", "3, 0.9707091134651118",
        "4, 0.9389005190396673", "5, 0.8909358420502275"
    })
    void theHighestPossibleShareIsThatOfTheChiSquaredLaw(int d, double expected) {
        assertThat(new ModeCoverage(1, d, 3, 1).highQualityOfPopulation()).isCloseTo(expected, within(1e-14));
    }

    /// The figures of a perfect generator at 2,500 samples: ring .0014 ± .0007, grid .0048 ± .0015.
    @Test
    void theFloorOfTheDivergenceIsTheComputedOne() {
        Baseline ring = new ModeCoverage(2500, 2, 3, new int[8]).reverseKlFloor();
        Baseline grid = new ModeCoverage(2500, 2, 3, new int[25]).reverseKlFloor();

        assertThat(ring.mean()).isCloseTo(0.0014, within(5e-5));
        assertThat(ring.deviation()).isCloseTo(0.0007, within(6e-5));
        assertThat(grid.mean()).isCloseTo(0.0048, within(1e-4));
        assertThat(grid.deviation()).isCloseTo(0.0015, within(1e-4));
    }

    /// Seed 1, 100 sets of 2,500. Tolerances are 4 standard errors: of a mean s/√100, of a deviation about s/√200.
    @Test
    void theFloorIsWhatSimulationShows() {
        for (Mixture population : new Mixture[] {RING, GRID}) {
            Baseline formula = ModeCoverage.of(population, population.rows(1, "one", 2500)).reverseKlFloor();
            Baseline simulated = Baseline.of(population, 2500, 100, 1, x -> ModeCoverage.of(population, x).reverseKl());

            assertThat(simulated.mean()).isCloseTo(formula.mean(), within(4 * formula.deviation() / Math.sqrt(100)));
            assertThat(simulated.deviation())
                    .isCloseTo(formula.deviation(), within(4 * formula.deviation() / Math.sqrt(200)));
        }
    }

    /// Seed 2. 25 counts within three standard errors each, and the share of high quality too.
    @Test
    void aPerfectGeneratorStaysWithinTheBands() {
        ModeCoverage coverage = ModeCoverage.of(GRID, GRID.rows(2, "data", 2500));

        assertThat(coverage.covered()).isEqualTo(25);
        assertThat(coverage.highQualityBand().holds(coverage.highQuality())).isTrue();
        assertThat(coverage.countBand().low()).isCloseTo(98.9 - 29.2, within(0.1));
        assertThat(Arrays.stream(coverage.counts()).allMatch(coverage.countBand()::holds)).isTrue();
    }

    /// Eight angles from 0 to 2π with both ends are seven places. Such a ring is refused as a distribution; a generator
    /// that learned it covers one mode of the true ring.
    @Test
    void aRingThatEndsWhereItBeginsIsCaught() {
        double[][] centres = new double[8][];
        Arrays.setAll(centres, i -> new double[] {Math.cos(2 * Math.PI * i / 7), Math.sin(2 * Math.PI * i / 7)});
        Mixture closed = new Mixture(centres, 0.01);
        float[] rows = closed.rows(1, "data", 2500);

        assertThatThrownBy(() -> ModeCoverage.of(closed, rows))
                .hasMessageStartingWith("mode coverage: modes 0 and 7 are 2.4")
                .hasMessageEndingWith("E-16 apart; to be counted they must be 3.0 deviations of 0.01 apart at least");
        assertThat(ModeCoverage.of(RING, rows).covered()).isEqualTo(1);
        assertThat(ModeCoverage.of(RING, RING.rows(1, "data", 2500)).covered()).isEqualTo(8);
    }

    /// A mode with a tenth of its mass: covered all the same, but outside its band, and the divergence shows it.
    @Test
    void aModeThatIsHardlyCoveredIsOutsideItsBand() {
        ModeCoverage coverage = new ModeCoverage(2500, 2, 3, 309, 309, 309, 309, 309, 309, 309, 31);

        assertThat(coverage.covered()).isEqualTo(8);
        assertThat(coverage.countBand().holds(31)).isFalse();
        assertThat(coverage.reverseKlFloor().deviationsAbove(coverage.reverseKl())).isGreaterThan(10);
    }

    @Test
    void samplesAreWholeRows() {
        assertThatThrownBy(() -> ModeCoverage.of(RING, new float[3]))
                .hasMessage("mode coverage: 3 values with 2 columns; there must be at least one row, and whole rows");
    }
}
