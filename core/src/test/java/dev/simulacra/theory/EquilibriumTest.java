package dev.simulacra.theory;

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
        Mixture truth = Mixture.ring(8, 1, 0.05);
        Mixture generator = new Mixture(Arrays.copyOf(truth.centres(), covered), 0.05);

        assertThat(Equilibrium.valueAtCollapse(covered, 8)).isCloseTo(value, within(5e-4));
        assertThat(JensenShannon.byQuadrature(truth, generator).value())
                .isCloseTo(Equilibrium.valueAtCollapse(covered, 8), within(1e-6));
    }

    @Test
    void moreModesThanThereAreCannotBeCovered() {
        assertThatThrownBy(() -> Equilibrium.valueAtCollapse(9, 8))
                .hasMessage("collapse: 9 of 8 modes; at least one and at most all must be covered");
    }
}
