package dev.simulacra.analysis.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Mixture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModeSharesTest {
    private static final Mixture RING = Mixture.ring(8, 1, .01);

    /// Seeds 1 to 40, 8 modes each: of 320 shares about one lies outside three standard errors, with 7 or more one time
    /// in 10,000.
    @Test
    void aPerfectGeneratorsSharesAreInTheBandButForChance() {
        int outside = 0;
        for (int seed = 1; seed <= 40; seed++) {
            outside += ModeShares.of(RING.centres(), RING.rows(seed, "samples", 2000)).outside().length;
        }

        assertThat(outside).isLessThan(7);
    }

    @Test
    void modesThatAreForgottenOrFavouredAreOutside() {
        float[] samples = new Mixture(Arrays.copyOf(RING.centres(), 6), .01).rows(1, "samples", 10_000);

        ModeShares shares = ModeShares.of(RING.centres(), samples);

        assertThat(shares.shares()[7]).isZero();
        assertThat(shares.shares()[0]).isCloseTo(1 / 6.0, within(.015));
        assertThat(Arrays.stream(shares.shares()).sum()).isCloseTo(1, within(1e-12));
        assertThat(shares.outside()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    /// √(1/8 · 7/8 / 2500) = .0066144.
    @Test
    void theBandIsThreeStandardErrorsOfABinomialShare() {
        assertThat(ModeShares.of(RING.centres(), RING.rows(1, "samples", 2500)).band())
                .isCloseTo(3 * .0066144, within(1e-6));
    }

    @Test
    void aReportNamesTheModesOutsideAndReadsTheLoss() {
        float[] samples = new Mixture(Arrays.copyOf(RING.centres(), 7), .01).rows(1, "samples", 10_000);
        OptimalValue play = OptimalValue.known(
                RING, new Mixture(Arrays.copyOf(RING.centres(), 7), .01), RING.rows(1, "data", 10_000), samples);

        EquilibriumReport report =
                new EquilibriumReport(play, List.of(), ModeShares.of(RING.centres(), samples), List.of("Left out."));

        assertThat(report.modesByLoss()).isCloseTo(7, within(1e-4));
        assertThat(report.sentences()).anyMatch(s -> s.startsWith("C(G) = -1.2955: the loss says ≈ 7.0 of 8 modes"))
                .anyMatch(s -> s.contains("12.50 % ± 0.99 %") && s.contains("8 (0.00 %)"))
                .endsWith("Left out.");
    }

    @Test
    void withoutSamplesThereAreNoShares() {
        assertThatThrownBy(() -> ModeShares.of(RING.centres(), new float[0]))
                .hasMessage("mode shares: 8 centres and 0 values; there must be at least one of each");
        assertThat(ModeShares.none().modes()).isZero();
    }
}
