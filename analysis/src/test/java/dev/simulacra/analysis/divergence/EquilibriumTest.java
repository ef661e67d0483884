package dev.simulacra.analysis.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Mixture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquilibriumTest {
    @Test
    void theLossesAtEquilibriumAreThoseOfADiscriminatorThatGuesses() {
        double half = Equilibrium.DISCRIMINATOR_OUTPUT;

        assertThat(Equilibrium.VALUE).isCloseTo(Math.log(half) + Math.log(1 - half), within(1e-15));
        assertThat(Equilibrium.DISCRIMINATOR_LOSS).isCloseTo(1.3863, within(5e-5));
        assertThat(Equilibrium.GENERATOR_LOSS).isCloseTo(0.6931, within(5e-5));
        assertThat(Equilibrium.SATURATING_GENERATOR_LOSS).isCloseTo(Math.log(1 - half), within(1e-15));
    }

    /// The formula against the divergence of the densities, integrated.
    @ParameterizedTest
    @CsvSource({"1, -0.392", "2, -0.626", "4, -0.955", "6, -1.195", "7, -1.2955", "8, -1.386"})
    void aCollapsedGeneratorShowsHowManyModesItCovers(int covered, double value) {
        Mixture population = Mixture.ring(8, 1, 0.05);
        Mixture generator = new Mixture(Arrays.copyOf(population.centres(), covered), 0.05);

        assertThat(Equilibrium.valueAtCollapse(covered, 8)).isCloseTo(value, within(5e-4));
        assertThat(JensenShannon.byQuadrature(population, generator).value())
                .isCloseTo(Equilibrium.valueAtCollapse(covered, 8), within(1e-6));
    }

    /// Uniform over whole modes, the loss gives their number back; the figures are rounded to a thousandth, which is
    /// less than .01 of a mode below 7 modes and up to .04 where the loss is flattest.
    @ParameterizedTest
    @CsvSource({"1, -0.392", "2, -0.626", "4, -0.955", "6, -1.195", "7, -1.296", "8, -1.386"})
    void theLossIsReadAsANumberOfModes(int covered, double value) {
        assertThat(Equilibrium.modesAtCollapse(value, 8)).isCloseTo(covered, within(.01));
        assertThat(Equilibrium.modesAtCollapse(Equilibrium.valueAtCollapse(covered, 8), 8))
                .isCloseTo(covered, within(1e-12));
    }

    /// A generator on 6 modes one of which has only a fifth of the others' mass: by its loss it covers between 5 and 6.
    @Test
    void aModeThatIsBarelyCoveredCountsInPart() {
        double[] q = {1, 1, 1, 1, 1, .2};
        double sum = 5.2;
        double value = 2 / 8.0 * Math.log(1);
        for (double each : q) {
            double ofSamples = each / sum;
            value += 1 / 8.0 * Math.log(1 / 8.0 / (1 / 8.0 + ofSamples))
                    + ofSamples * Math.log(ofSamples / (1 / 8.0 + ofSamples));
        }

        assertThat(Equilibrium.modesAtCollapse(value, 8)).isBetween(5.2, 5.9);
    }

    @Test
    void whatNoCollapseCanBringAboutIsAllModesOrNone() {
        assertThat(Equilibrium.modesAtCollapse(-1.5, 8)).isCloseTo(8, within(1e-12));
        assertThat(Equilibrium.modesAtCollapse(.1, 8)).isCloseTo(0, within(1e-12));
        assertThat(Equilibrium.valueAtCollapse(0, 8)).isZero();
    }

    @Test
    void moreModesThanThereAreCannotBeCovered() {
        assertThatThrownBy(() -> Equilibrium.valueAtCollapse(9, 8)).hasMessage(
                "collapse: 9.0 of 8 modes; at least none and at most all of at least one must be covered");
        assertThatThrownBy(() -> Equilibrium.modesAtCollapse(Double.NaN, 8)).hasMessage(
                "collapse: a value of NaN and 8 modes; a number and at least one mode are required");
    }
}
