package dev.simulacra.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import org.junit.jupiter.api.Test;

class BaselineTest {
    @Test
    void itIsTheMeanAndTheDeviationFromSetToSet() {
        Baseline yardstick = Baseline.of(1, 2, 3, 6);

        assertThat(yardstick.mean()).isEqualTo(3);
        assertThat(yardstick.deviation()).isCloseTo(Math.sqrt(14 / 3.0), within(1e-15));
        assertThat(new Baseline(1, 0.5).deviationsAbove(2)).isEqualTo(2);
        assertThatThrownBy(() -> Baseline.of(1)).hasMessageContaining("at least two");
    }

    @Test
    void withoutSetsOrNumbersThereIsNoYardstick() {
        Gaussian line = Gaussian.of(0, 1);

        assertThatThrownBy(() -> Baseline.of(1, Double.NaN)).hasMessage("yardstick: the values are [1.0, NaN];"
                + " each must be finite, or they have no mean and deviation");
        assertThatThrownBy(() -> Baseline.between(line, 50, 0, 1, Wasserstein::onLine)).hasMessage("yardstick: 0 sets"
                + " of 50 samples; there must be at least two sets, of at least one sample");
        assertThatThrownBy(() -> Baseline.of(line, 0, 5, 1, _ -> 1)).hasMessageContaining("5 sets of 0 samples");
    }

    @Test
    void setsAreFreshAndTheSameForOneSeed() {
        Gaussian line = Gaussian.of(0, 1);
        Baseline between = Baseline.between(line, 50, 3, 1, Wasserstein::onLine);

        assertThat(between.mean()).isPositive();
        assertThat(between.deviation()).isPositive();
        assertThat(Baseline.between(line, 50, 3, 1, Wasserstein::onLine)).isEqualTo(between);
        assertThat(Baseline.between(line, 50, 3, 2, Wasserstein::onLine)).isNotEqualTo(between);
    }

    /// Three standard errors around 2,500 · ⅛ hits: 312.5 ± 49.6; cut at none and all.
    @Test
    void aBandIsThreeStandardErrorsWide() {
        assertThat(ToleranceBand.ofBinomial(2500, 0.125).low()).isCloseTo(262.9, within(0.05));
        assertThat(ToleranceBand.ofBinomial(2500, 0.125).high()).isCloseTo(362.1, within(0.05));
        assertThat(ToleranceBand.ofBinomial(10, 0.01).low()).isZero();
        assertThat(ToleranceBand.ofBinomial(10, 0.99).holds(10)).isTrue();
    }
}
