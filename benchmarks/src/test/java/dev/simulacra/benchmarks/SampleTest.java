package dev.simulacra.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void theMedianIsTheMiddleValueOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(new Sample(9, 1, 2).median()).isEqualTo(2);
        assertThat(new Sample(9, 1, 2, 4).median()).isEqualTo(3);
        assertThat(new Sample(7).median()).isEqualTo(7);
    }

    @Test
    void quantilesLieOnTheLineBetweenNeighbours() {
        Sample sample = new Sample(40, 10, 30, 20, 50);

        assertThat(sample.quantile(0)).isEqualTo(10);
        assertThat(sample.quantile(0.25)).isEqualTo(20);
        assertThat(sample.quantile(0.9)).isEqualTo(46);
        assertThat(sample.quantile(1)).isEqualTo(50);
    }

    @Test
    void ratiosAreTakenRoundByRound() {
        // In the second round the machine was three times slower, for both: the ratios do not show it.
        Sample ours = new Sample(10, 30, 12);
        Sample theirs = new Sample(20, 60, 20);

        assertThat(ours.over(theirs).values()).containsExactly(0.5, 0.5, 0.6);
        assertThat(ours.over(theirs).median()).isEqualTo(0.5);
    }

    @Test
    void aSampleOfNothingIsRefused() {
        assertThatThrownBy(Sample::new).hasMessage("sample: there must be at least one measurement");
    }
}
