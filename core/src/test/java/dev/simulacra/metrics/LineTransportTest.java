package dev.simulacra.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import org.junit.jupiter.api.Test;

class LineTransportTest {
    @Test
    void numbersArePairedInTheirOrder() {
        float[] x = {3, 1, 2};

        assertThat(LineTransport.wasserstein2(x, new float[] {2, 4, 3})).isCloseTo(1, within(1e-15));
        assertThat(LineTransport.wasserstein2(x, new float[] {1, 2, 3})).isZero();
        assertThat(x).as("left as they were").containsExactly(3, 1, 2);
    }

    /// W₂² of N(0, 1) and N(1, 4) is 1² + (2 − 1)² = 2; seed 1, and the standard error at 100,000 points is .005.
    @Test
    void betweenGaussiansItIsTheClosedForm() {
        float[] x = Gaussian.of(0, 1).rows(1, "x", 100_000);
        float[] y = Gaussian.of(1, 2).rows(1, "y", 100_000);

        assertThat(LineTransport.wasserstein2(x, y)).isCloseTo(Math.sqrt(2), within(.02));
    }

    @Test
    void setsOfDifferentSizesAreRefused() {
        assertThatThrownBy(() -> LineTransport.wasserstein2(new float[2], new float[1]))
                .hasMessage("wasserstein: sets of 2 and 1 numbers; there must be as many, and at least one");
    }
}
