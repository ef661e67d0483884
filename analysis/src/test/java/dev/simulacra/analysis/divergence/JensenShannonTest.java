package dev.simulacra.analysis.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Box;
import dev.simulacra.data.Density;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Mixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JensenShannonTest {
    private static final Gaussian SYSTEM_A = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);
    private static final Gaussian SHIFTED = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 2, 2);
    private static final Gaussian FAR = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 100, 2);

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of("equal", SYSTEM_A, SYSTEM_A),
                Arguments.of("nearly equal", SYSTEM_A, Gaussian.of(new double[][] {{1.02, 2}, {-0.1, 0.52}}, 1.01, 2)),
                Arguments.of("shifted", SYSTEM_A, SHIFTED),
                Arguments.of("far apart", SYSTEM_A, FAR),
                Arguments.of("nearly singular", SYSTEM_A, Gaussian.of(new double[][] {{1, 2}, {0.001, 0.003}}, 1, 2)),
                Arguments.of(
                        "narrow in different directions",
                        Gaussian.of(new double[][] {{1, 0}, {0, 0.05}}, 1, 2),
                        Gaussian.of(new double[][] {{0.05, 0}, {0, 1}}, 1, 2)),
                Arguments.of("on the line", Gaussian.of(0, 1), Gaussian.of(1, 2)),
                Arguments.of("two modes and one", Mixture.onLine(0.5, -2, 2), Gaussian.of(1, 2)),
                Arguments.of("a ring and a wider ring", Mixture.ring(8, 1, 0.01), Mixture.ring(8, 1, 0.02)));
    }

    /// Seed 1, n = 400,000: the standard error of V(D*, G) is at most .0012, so .005 is more than four of them.
    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void bothRoutesGiveTheSameValue(String name, KnownDistribution p, KnownDistribution q) {
        Divergence integrated = JensenShannon.byQuadrature(p, q);
        Divergence sampled =
                JensenShannon.byOptimalDiscriminator(p, q, p.rows(1, "p", 400_000), q.rows(1, "q", 400_000));

        assertThat(integrated.error()).isLessThan(1e-6);
        assertThat(sampled.valueError()).isLessThan(0.004);
        assertThat(sampled.value()).isCloseTo(integrated.value(), within(0.005));
        assertThat(integrated.agreesWith(JensenShannon.byQuadrature(q, p))).isTrue();
    }

    /// Golden values: numpy 2.4.6, sums over 4,000,001 points of the line and 4,000² and 6,000² points of the plane.
    @Test
    void theIntegralIsThatOfAnotherProgram() {
        assertThat(integrated(Gaussian.of(0, 1), Gaussian.of(1, 2))).isCloseTo(0.12817497304954562, within(1e-9));
        assertThat(integrated(Mixture.onLine(0.5, -2, 2), Gaussian.of(1, 2)))
                .isCloseTo(0.22024192248768146, within(1e-8));
        assertThat(integrated(SYSTEM_A, SHIFTED)).isCloseTo(0.5185165149099688, within(1e-9));
        assertThat(integrated(SYSTEM_A, Gaussian.of(new double[][] {{3, 0}, {0, 5}}, 1, 2)))
                .isCloseTo(0.4810839417781872, within(1e-9));
    }

    @Test
    void itIsZeroForEqualsAndLn2ForDisjoint() {
        assertThat(integrated(SYSTEM_A, SYSTEM_A)).isCloseTo(0, within(1e-10));
        assertThat(integrated(SYSTEM_A, FAR)).isCloseTo(Math.log(2), within(1e-10));
        assertThat(JensenShannon.byQuadrature(SYSTEM_A, FAR).value()).isCloseTo(0, within(1e-10));
    }

    /// The general rule and the one for Gaussians, which changes coordinates, integrate different functions.
    @Test
    void itDoesNotDependOnTheCoordinates() {
        assertThat(integrated(SYSTEM_A, plain(SHIFTED))).isCloseTo(integrated(SYSTEM_A, SHIFTED), within(1e-8));
    }

    /// Exchanged densities in D* make the value fall short of C(G) by more than any tolerance used here, and logarithms
    /// to base 2 give 1 for disjoint distributions.
    @Test
    void usualMistakesAreCaught() {
        Gaussian p = Gaussian.of(0, 1);
        Gaussian q = Gaussian.of(1, 2);
        double value = JensenShannon.byQuadrature(p, q).value();
        float[] data = p.rows(1, "p", 20_000);
        float[] samples = q.rows(1, "q", 20_000);
        double exchanged = OptimalDiscriminator.of(q, p).value(data, samples).mean();
        double bits = OptimalDiscriminator.of(p, q).value(data, samples).mean() / Math.log(2);

        assertThat(Math.abs(exchanged - value)).isGreaterThan(0.5);
        assertThat(Math.abs(bits - value)).isGreaterThan(0.4);
    }

    /// Two crossed diagonal ridges, too thin for any grid that fits.
    @Test
    void whereTheGridIsTooCoarseTheErrorSaysSo() {
        Density p = plain(Gaussian.of(new double[][] {{1, 1}, {1e-4, -1e-4}}, 0, 0));
        Density q = plain(Gaussian.of(new double[][] {{1e-4, 1e-4}, {1, -1}}, 0, 0));

        assertThat(JensenShannon.byQuadrature(p, q).error()).isGreaterThanOrEqualTo(Math.log(2));
    }

    private static double integrated(Density p, Density q) {
        return JensenShannon.byQuadrature(p, q).jensenShannon();
    }

    @Test
    void aGridInManyDimensionsIsRefused() {
        Gaussian wide = Gaussian.isotropic(3, 1);

        assertThatThrownBy(() -> JensenShannon.byQuadrature(wide, Gaussian.isotropic(3, 2)))
                .hasMessage("Jensen–Shannon divergence by quadrature: the densities are over 3 coordinates, they must "
                        + "be over one or two");
    }

    private static Density plain(Gaussian gaussian) {
        return new Plain(gaussian);
    }

    /// A Gaussian that is not known to be one.
    private record Plain(Gaussian gaussian) implements Density {
        @Override
        public int dimension() {
            return gaussian.dimension();
        }

        @Override
        public double logDensity(double... x) {
            return gaussian.logDensity(x);
        }

        @Override
        public Box box() {
            return gaussian.box();
        }

        @Override
        public double finestDeviation() {
            return gaussian.finestDeviation();
        }
    }
}
