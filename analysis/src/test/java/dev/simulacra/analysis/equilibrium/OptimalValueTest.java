package dev.simulacra.analysis.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.divergence.JensenShannon;
import dev.simulacra.analysis.divergence.OptimalDiscriminator;
import dev.simulacra.analysis.divergence.Pushforward;
import dev.simulacra.analysis.divergence.SmoothedComparison;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.Mixture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OptimalValueTest {
    private static final int N = 100_000;
    private static final Gaussian TRUTH = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);

    /// G(z) = z² on (−1, 1) is folded: F(x) = √x, so p(x) = 1/(2√x) on (0, 1), from both halves together.
    @Test
    void theDensityOfAFoldedMapSumsOverBothBranches() {
        double[] images = new double[4097];
        Arrays.setAll(images, i -> (i / 2048.0 - 1) * (i / 2048.0 - 1));

        Pushforward density = Pushforward.of(images, -1, 2, 3000);

        // A cell's mean of 1/(2√x) over [x − h, x + h], h = 1/2000, is (√(x + h) − √(x − h)) / 2h.
        double x = density.centre(1250);
        double mean = (Math.sqrt(x + 0.0005) - Math.sqrt(x - 0.0005)) / 0.001;
        assertThat(Math.exp(density.logDensity(x))).isCloseTo(mean, within(2e-3 * mean));
        assertThat(Arrays.stream(density.masses()).sum()).isCloseTo(1, within(1e-9));
        assertThat(density.logDensity(1.5)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /// A uniform distribution pushed through the quantile function of N(1, 0.8²), written as its inverse by bisection:
    /// the divergence of that Gaussian from N(1, 1) is known by another program part, quadrature of both densities.
    @Test
    void theIntegratedDivergenceIsThatOfTheDensities() {
        Gaussian population = Gaussian.of(1, 1);
        Gaussian model = Gaussian.of(1, 0.8);
        double[] images = new double[(1 << 14) + 1];
        Arrays.setAll(images, i -> 1 + 0.8 * quantile(Math.clamp(i / (double) (1 << 14), 1e-9, 1 - 1e-9)));

        OptimalValue theory = OptimalValue.pushedForward(
                population, images, population.rows(1, "data", 20_000), model.rows(1, "samples", 20_000));

        double expected = JensenShannon.byQuadrature(population, model).jensenShannon();
        assertThat(theory.integrated().jensenShannon()).isCloseTo(expected, within(1e-4));
        assertThat(theory.played().agreesWith(theory.integrated())).isTrue();
    }

    /// Seed 1. Sampled numbers are within three standard errors, and the two routes within what is allowed.
    @Test
    void aKnownGeneratorIsJudgedExactly() {
        Gaussian model = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 2, 2);

        OptimalValue play = OptimalValue.known(TRUTH, model, TRUTH.rows(1, "data", N), model.rows(1, "samples", N));

        assertThat(play.isExact()).isTrue();
        assertThat(play.agrees()).isTrue();
        assertThat(play.integrated().jensenShannon()).isCloseTo(0.5185165149099688, within(1e-9));
        assertThat(play.agreement()).startsWith("C(G) by two routes (p_g exact): ")
                .endsWith("they agree. The least is −2 ln 2 = -1.3863.");
    }

    @Test
    void aGeneratorKnownBySamplesIsJudgedBesideWhatPerfectSamplesShow() {
        OptimalValue play = OptimalValue.estimated(
                TRUTH, TRUTH.rows(1, "samples", N), TRUTH.rows(1, "fresh", N), TRUTH.rows(1, "perfect", N), 7);

        assertThat(play.isExact()).isFalse();
        assertThat(play.agrees()).isTrue();
        assertThat(play.agreement()).contains("estimated from 100,000 samples");
        assertThat(play.floorOfOptimal()).isBetween(.001, .05);
    }

    /// Planted: the density is estimated from samples of another generator than the one on which D* is played, so that
    /// the value falls short of what the integral promises.
    @Test
    void routesThatDoNotMeetAreSaidNotToAgree() {
        Gaussian other = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1.5, 2);

        OptimalValue play = OptimalValue.estimated(
                TRUTH, other.rows(1, "samples", N), TRUTH.rows(1, "fresh", N), TRUTH.rows(1, "perfect", N), 7);

        assertThat(play.agrees()).isFalse();
        assertThat(play.agreement()).contains("they do not agree");
    }

    /// Samples off the grid of the distribution are certainly none of the data's: D* there is next to 0, not 1.
    @Test
    void farFromTheDataTheEstimatedBestDiscriminatorSaysSamples() {
        Mixture ring = Mixture.ring(8, 1, .02);
        float[] samples = ring.rows(1, "samples", 10_000);
        samples[0] = 50;

        OptimalDiscriminator optimal =
                SmoothedComparison.of(ring, .01, 10_000, 1).optimal(samples);

        assertThat(optimal.at(50, 0)).isCloseTo(1 / 10_002.0, within(1e-12));
        assertThat(optimal.at(1, 0)).isCloseTo(.5, within(.1));
    }

    /// The standard normal quantile, by bisection of the distribution function from Simpson's rule.
    private static double quantile(double p) {
        double low = -7;
        double high = 7;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            boolean isBelow = distribution(middle) < p;
            low = isBelow ? middle : low;
            high = isBelow ? high : middle;
        }
        return (low + high) / 2;
    }

    private static double distribution(double x) {
        int n = 64;
        double h = x / n;
        double sum = 1 + Math.exp(-x * x / 2);
        for (int i = 1; i < n; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * Math.exp(-i * h * i * h / 2);
        }
        return 0.5 + sum * h / 3 / Math.sqrt(2 * Math.PI);
    }
}
