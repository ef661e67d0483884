package dev.simulacra.analysis.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import org.junit.jupiter.api.Test;

class OptimalDiscriminatorTest {
    private static final Gaussian P = Gaussian.of(0, 1);
    private static final Gaussian Q = Gaussian.of(1, 2);

    @Test
    void itIsTheShareOfTheDatasDensity() {
        OptimalDiscriminator optimal = OptimalDiscriminator.of(P, Q);
        double p = Math.exp(-0.5 * 0.49) / Math.sqrt(2 * Math.PI);
        double q = Math.exp(-0.5 * 0.0225) / Math.sqrt(8 * Math.PI);

        assertThat(optimal.at(0.7)).isCloseTo(p / (p + q), within(1e-15));
        assertThat(optimal.on(new float[] {0.5f, -3})).containsExactly(optimal.at(0.5), optimal.at(-3));
    }

    @Test
    void itIsAHalfWhereTheDensitiesAreEqual() {
        assertThat(OptimalDiscriminator.of(P, P).at(123)).isEqualTo(0.5);
    }

    /// Both densities underflow to zero at 10⁶, where p/(p + q) would be 0/0.
    @Test
    void farAwayItFollowsTheWiderDensity() {
        assertThat(OptimalDiscriminator.of(P, Q).at(1e6)).isEqualTo(0);
        assertThat(OptimalDiscriminator.of(Q, P).at(1e6)).isEqualTo(1);
    }

    /// Seed 1, n = 20,000: no other discriminator of this form exceeds the optimum, and the one with p and q exchanged
    /// is far below.
    @Test
    void noOtherDiscriminatorHasAGreaterValue() {
        float[] data = P.rows(1, "data", 20_000);
        float[] samples = Q.rows(1, "samples", 20_000);
        double best = OptimalDiscriminator.of(P, Q).value(data, samples).mean();

        assertThat(OptimalDiscriminator.of(P, Gaussian.of(1.5, 2)).value(data, samples).mean()).isLessThan(best);
        assertThat(OptimalDiscriminator.of(Gaussian.of(0, 1.3), Q).value(data, samples).mean()).isLessThan(best);
        assertThat(OptimalDiscriminator.of(Q, P).value(data, samples).mean()).isLessThan(best - 0.5);
    }

    @Test
    void densitiesHaveTheSameDimension() {
        assertThatThrownBy(() -> OptimalDiscriminator.of(P, Gaussian.isotropic(2, 1)))
                .hasMessageContaining("over 1 and 2 coordinates");
    }
}
