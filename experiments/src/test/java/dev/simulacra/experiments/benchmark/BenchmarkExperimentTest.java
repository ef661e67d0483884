package dev.simulacra.experiments.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.simulacra.data.Columns;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Mixture;
import dev.simulacra.experiments.evaluation.KnownDensityRun;
import dev.simulacra.experiments.evaluation.SampleMetrics;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.game.preset.Regularization;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BenchmarkExperimentTest {
    @TempDir
    private Path folder;

    private static BenchmarkExperiment brief(String distribution, int noise) {
        return new BenchmarkExperiment(distribution, 1000, 500, noise, 16, 2, 0, 0, Presets.modern(20), 20);
    }

    @ParameterizedTest
    @MethodSource
    void everyDistributionCanBeLearnedAndJudged(BenchmarkDistribution distribution) {
        TrainingRun trial = brief(distribution.name(), distribution.population().dimension()).begin(1, 2);

        trial.training().run(20, 20, _ -> {});

        Evaluation evaluation = trial.evaluate();
        assertThat(evaluation.measurements()).isNotEmpty().allSatisfy(measurement -> {
            assertThat(measurement.value()).as(measurement.name()).isFinite();
            assertThat(measurement.yardstick()).as(measurement.name()).isFinite();
        });
        assertThat(evaluation.measurements()).extracting(Measurement::key).doesNotHaveDuplicates();
        assertThat(evaluation.measurements()).extracting(Measurement::name).doesNotHaveDuplicates();
        assertThat(evaluation.measurements().stream().anyMatch(each -> each.key().equals("modes")))
                .isEqualTo(distribution.population() instanceof Mixture);
    }

    static Stream<BenchmarkDistribution> everyDistributionCanBeLearnedAndJudged() {
        return BenchmarkDistribution.all().stream();
    }

    /// Metrics that a generator as good as the distribution would show are near their yardsticks, those of one that
    /// leaves out half of the modes are not.
    @Test
    void theMetricsKnowTheDistributionFromHalfOfIt() {
        Mixture ring = Mixture.ring(8, 1, 0.01);
        Distribution half = new Mixture(Arrays.copyOf(ring.centres(), 4), 0.01);
        Evaluation perfect = new Evaluation(
                new SampleMetrics(ring, ring.rows(5, "perfect", 2500), 1).all(), List.of());
        Evaluation collapsed = new Evaluation(
                new SampleMetrics(ring, half.rows(5, "half", 2500), 1).all(), List.of());

        assertThat(perfect.value("modes")).isEqualTo(8);
        assertThat(perfect.value("highQuality")).isCloseTo(0.9889, within(3 * 0.0021));
        assertThat(perfect.value("reverseKl")).isLessThan(0.0014 + 3 * 0.0008);
        assertThat(perfect.value("coverage")).isGreaterThan(0.95);
        assertThat(perfect.value("twoSampleAccuracy")).isCloseTo(0.5, within(0.03));
        assertThat(collapsed.value("modes")).isEqualTo(4);
        assertThat(collapsed.value("highQuality")).isCloseTo(0.9889, within(3 * 0.0021));
        assertThat(collapsed.value("reverseKl")).isCloseTo(Math.log(2), within(0.01));
        assertThat(collapsed.value("totalVariation")).isCloseTo(0.5, within(0.02));
        assertThat(collapsed.value("coverage")).isLessThan(0.55);
        assertThat(collapsed.value("recall")).isLessThan(0.55);
        assertThat(collapsed.value("slicedWasserstein2")).isGreaterThan(5 * perfect.value("slicedWasserstein2"));
    }

    @Test
    void samplesComeInTheUnitsOfTheDistribution() {
        Columns columns = brief("grid25", 2).begin(1, 1).columns();

        // the deviation of the grid's coordinates is √8
        assertThat(columns.standardization().invert(1, 0)[0]).isCloseTo(Math.sqrt(8), within(0.2));
    }

    /// The same distance, of all points and of those that are matched: in the players' units the first would be half of
    /// the second, as the deviation of the two modes together is 2.06. Tolerance: far more than 500 points scatter.
    @Test
    void distancesAreInTheUnitsOfTheDistribution() {
        Evaluation onLine = brief("line2", 1).begin(1, 2).evaluate();
        Evaluation inPlane = brief("grid25", 2).begin(1, 2).evaluate();

        double ofAll = onLine.value("wasserstein2");
        assertThat(ofAll).isCloseTo(onLine.value("wasserstein2OfJudged"), withinPercentage(15));
        assertThat(ofAll).isGreaterThan(1);
        // An untrained generator makes points near one place; the grid's have a deviation of √8 in each coordinate.
        assertThat(inPlane.value("momentsWasserstein2")).isBetween(2.5, 5.0);
        assertThat(inPlane.value("frechetDistance"))
                .isCloseTo(Math.pow(inPlane.value("momentsWasserstein2"), 2), within(1e-9));
    }

    /// Sizes that divide the minibatch and no round number of samples; 128 is all of it.
    @ParameterizedTest
    @CsvSource({"ring8, 3, 6", "ring8, 16, 32", "line2, 7, 14", "grid25, 128, 128"})
    void packsOfAnySizeAreTrainedJudgedAndDrawn(String distribution, int pack, int minibatch) throws IOException {
        GameSettings game = Presets.modern(20).with(new NonSaturating(new LogProbability.FromLogits()))
                .withMinibatch(minibatch).with(Regularization.packs(pack));
        int noise = BenchmarkDistribution.named(distribution).population().dimension();
        KnownDensityRun trial = (KnownDensityRun)
                new BenchmarkExperiment(distribution, 1000, 500, noise, 4, 1, 0, 0, game, 20)
                .begin(1, 2);

        trial.training().run(20, 20, _ -> {});

        Evaluation evaluation = trial.evaluate();
        assertThat(evaluation.value("value")).isFinite();
        assertThat(evaluation.value("optimalDiscriminatorError")).isBetween(0.0, 1.0);
        trial.illustrate(trial.equilibrium(2), folder.resolve("equilibrium.png"));
        assertThat(trial.illustrate(List.of(), folder)).allMatch(Files::exists);
    }

    /// The deviation of the first sums, over units and noise, is that of the weights times √noise: 0.18 · √2 for any
    /// number of coordinates. Tolerance: four standard errors of 256 normal weights, `4 / √512`.
    @Test
    void theGeneratorStartsSmoothlyForAnyNumberOfCoordinates() {
        for (int noise : new int[] {2, 64}) {
            BenchmarkExperiment distribution =
                    new BenchmarkExperiment("grid25", 1000, 500, noise, 128, 3, 0, 0.2, Presets.modern(20), 20);
            float[] first = distribution.generator(2, 1).network().parameters().getFirst().storage();
            double square = 0;
            for (float weight : first) {
                square += (double) weight * weight / first.length;
            }
            assertThat(Math.sqrt(noise * square)).isCloseTo(0.18 * Math.sqrt(2), withinPercentage(18));
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> brief("ring9", 2))
                .hasMessageStartingWith("there is no benchmark distribution ring9; there are ring8, ");
        assertThatThrownBy(() -> brief("line2", 2)).hasMessage(
                "line2: noise is 2, it must be 1, so that the generator's density on the line is known");
        assertThatThrownBy(() -> brief("ring8", 0)).hasMessage("ring8: noise is 0, it must be at least 1");
    }

    @Test
    void aProtocolHoldsToItsRules() {
        Protocol protocol = Protocol.all().getFirst();
        BenchmarkExperiment standard = protocol.experiment();

        protocol.require(standard);

        assertThatThrownBy(() -> protocol.require(new BenchmarkExperiment("ring8", 100_000, 2500, 2, 128, 3, 0, 0,
                standard.game(), 160_000)))
                .hasMessage("pacgan/ring8: 160000 steps, each of 256 examples of data; the rules allow 156250 of them");
        assertThatThrownBy(() -> protocol.require(new BenchmarkExperiment("ring8", 100_000, 25_000, 2, 128, 3, 0, 0,
                standard.game(), 100)))
                .hasMessage("pacgan/ring8: judged is 25000; the rules say 2500");
    }

    @Test
    void aProtocolIsAsLongAsItsRulesAllow() {
        Protocol protocol = Protocol.all().getFirst();
        BenchmarkExperiment standard = protocol.experiment();
        GameSettings fiveMoves = Presets.modern(1).with(new Alternating(5));
        BenchmarkExperiment others = new BenchmarkExperiment("ring8", 100_000, 2500, 2, 128, 3, 0, 0, fiveMoves, 1);

        assertThat(standard.steps()).isEqualTo(400 * 100_000 / 256);
        assertThat(protocol.longest(standard)).isEqualTo(standard.steps());
        assertThat(protocol.longest(others)).isEqualTo(standard.steps() / 5);
        assertThat(standard.over(7).steps()).isEqualTo(7);
    }
}
