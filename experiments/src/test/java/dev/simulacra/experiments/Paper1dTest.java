package dev.simulacra.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.theory.JensenShannon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Paper1dTest {
    private final Recipe small = new Recipe(Objectives.NON_SATURATING, 32, Moves.alternating(),
            Learning.adam(6e-3, 2e-3, 0, 0.99, 0.9), Penalties.constant(0.03, 0), Restraints.none());
    private final Paper1d few = new Paper1d(8, 1, small, 100);

    @TempDir
    Path folder;

    @Test
    void itIsJudgedByBothRoutesToTheDivergenceAndTheyAgree() {
        Trial trial = few.begin(1, 1);
        trial.training().run(100, 100, _ -> {});

        Evaluation evaluation = trial.evaluate();

        assertThat(evaluation.measurements().stream().map(Measurement::key)).contains("discriminatorLoss",
                "generatorLoss", "value", "jensenShannon", "wasserstein2", "optimalDiscriminatorError");
        // Three standard errors of V over 100,000 points of either side are at most .01 where D* is never certain.
        assertThat(evaluation.value("optimalValue")).isCloseTo(evaluation.value("integratedValue"), within(.01));
        assertThat(evaluation.remarks()).anyMatch(remark -> remark.contains("they agree"));
    }

    @Test
    void theSameSeedGivesTheSameRunWithAnyNumberOfThreads() {
        assertThat(trained(1, 1)).isDeepEqualTo(trained(1, 2));
        assertThat(Arrays.deepEquals(trained(1, 1), trained(2, 1))).isFalse();
    }

    @Test
    void eachMomentIsWrittenAsATableAndAllAreDrawn() throws IOException {
        Trial trial = few.begin(1, 1);
        for (long moment : trial.moments()) {
            trial.training().run(moment, 100, _ -> {});
            trial.capture(folder);
        }

        List<Path> pictures = trial.illustrate(folder);

        assertThat(trial.moments()).containsExactly(0L, 2L, 10L, 100L);
        assertThat(Files.readAllLines(folder.resolve("moment-10.csv"))).startsWith("x,pData,pG,D,optimalD");
        assertThat(MomentFile.readAll(folder)).hasSize(4).allSatisfy(moment -> {
            double cell = moment.x()[1] - moment.x()[0];
            assertThat(Arrays.stream(moment.pG()).sum() * cell).isCloseTo(1, within(1e-6));
            assertThat(Arrays.stream(moment.d()).allMatch(d -> d > 0 && d < 1)).isTrue();
        });
        assertThat(pictures).containsExactly(folder.resolve("moments.png")).allMatch(Files::exists);
    }

    @Test
    void samplesCanBeDrawn() throws IOException {
        Path file = folder.resolve("some.png");

        few.begin(1, 1).illustrate(new float[] {0.5f, 1, 1.5f}, 3, file);

        assertThat(file).isNotEmptyFile();
    }

    @Test
    void badSettingsAreRefusedInOneSentence() {
        assertThatThrownBy(() -> new Paper1d(0, 1, small, 100))
                .hasMessage("paper-1d: hidden is 0, it must be at least 1");
        assertThatThrownBy(() -> new Paper1d(8, 1, small, 0))
                .hasMessage("paper-1d: steps is 0, it must be at least 1");
    }

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
        Gaussian truth = Gaussian.of(1, 1);
        Gaussian model = Gaussian.of(1, 0.8);
        double[] images = new double[(1 << 14) + 1];
        Arrays.setAll(images, i -> 1 + 0.8 * quantile(Math.clamp(i / (double) (1 << 14), 1e-9, 1 - 1e-9)));

        LineTheory theory = LineTheory.of(
                truth, images, truth.rows(1, "data", 20_000), model.rows(1, "samples", 20_000));

        double expected = JensenShannon.byQuadrature(truth, model).jensenShannon();
        assertThat(theory.integrated().jensenShannon()).isCloseTo(expected, within(1e-4));
        assertThat(theory.played().agreesWith(theory.integrated())).isTrue();
    }

    private float[][] trained(long seed, int threads) {
        Trial trial = few.begin(seed, threads);
        trial.training().run(20, 20, _ -> {});
        return trial.training().state().stream().map(Parameter::storage).toArray(float[][]::new);
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
