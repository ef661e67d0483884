package dev.simulacra.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.metrics.JudgedSize;
import dev.simulacra.data.Gaussian;
import dev.simulacra.experiments.setup.AveragedAdam;
import dev.simulacra.game.Player;
import dev.simulacra.game.Samples;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Regularization;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointsTest {
    @TempDir
    private Path folder;

    private Points brief(Path file) {
        Player.Optimization player = AveragedAdam.of(3e-3, 0, 0.99, 0.99, 1000);
        GameSettings game = new GameSettings(new NonSaturating(new LogProbability.FromLogits()), 64,
                new Alternating(1), player, player, List.of(new R1(0.3), new R2(0.3)), Regularization.none());
        return new Points(file.toString(), 16, 1, game, 1000);
    }

    private Path file(String header, List<String> rows) throws IOException {
        return Files.writeString(
                folder.resolve("points.csv"), header + "\n" + String.join("\n", rows) + "\n");
    }

    /// Every float near 1.7 billion is a multiple of 128.
    @Test
    void secondsOfThePresentAreNotOneValue() throws IOException {
        Path file = file("seconds,same",
                IntStream.rangeClosed(0, 20).mapToObj(i -> (1_700_000_000 + i) + ",0.1").toList());
        TrainingRun trial = brief(file).begin(1, 1);

        trial.training().run(3, 100, _ -> {});
        double[] rows = rows(trial, 1000);

        assertThat(trial.evaluate().remarks()).contains("The same value in every row: same.");
        assertThat(trial.evaluate().remarks().getFirst()).contains("seconds 0.").doesNotContain("same");
        assertThat(trial.columns().standardization().mean()).containsExactly(1_700_000_010, 0.1);
        // A uniform law on 21 whole numbers has variance (21² − 1) / 12.
        assertThat(trial.columns().standardization().deviation()[0]).isCloseTo(Math.sqrt(110 / 3.0), within(1e-14));
        assertThat(IntStream.range(0, 1000).mapToObj(i -> rows[2 * i]).distinct().count()).isGreaterThan(900);
        assertThat(IntStream.range(0, 1000).mapToObj(i -> rows[2 * i + 1]).distinct()).containsExactly(0.1);
        assertThat(trial.illustrate(List.of(), folder)).allMatch(Files::exists);
    }

    /// Seed 1, 100,000 samples after 1000 steps. A game so short ends near the data, not on them: the means
    /// were .011 and .009 deviations away, the deviations 2 in 100. The tolerances are about five times that.
    @Test
    void samplesHaveTheDatasMomentsInTheDatasUnits() throws IOException {
        float[] z = Gaussian.isotropic(2, 1).rows(1, "file", 2000);
        Path file = file("seconds,millimetres", IntStream.range(0, 2000)
                .mapToObj(i -> (1_700_000_010.37 + 6.0 * z[2 * i]) + "," + (-0.002 + 1e-5 * z[2 * i + 1]))
                .toList());
        TrainingRun trial = brief(file).begin(1, 2);

        trial.training().run(1000, 1000, _ -> {});
        double[] rows = rows(trial, 100_000);

        double[] mean = trial.columns().standardization().mean();
        double[] deviation = trial.columns().standardization().deviation();
        for (int column = 0; column < 2; column++) {
            int c = column;
            double[] values = IntStream.range(0, 100_000).mapToDouble(i -> rows[2 * i + c] - mean[c]).toArray();
            double average = Arrays.stream(values).average().orElseThrow();
            double square = Arrays.stream(values).map(x -> x * x).average().orElseThrow();
            double spread = Math.sqrt(square - average * average);
            assertThat(average).isCloseTo(0, within(.05 * deviation[c]));
            assertThat(spread).isCloseTo(deviation[c], within(.1 * deviation[c]));
        }
        assertThat(mean[0]).isCloseTo(1_700_000_010.37, within(4 * 6 / Math.sqrt(2000)));
        assertThat(mean[1]).isCloseTo(-0.002, within(4e-5 / Math.sqrt(2000)));
    }

    /// A constant column is always written right: it changes no distance.
    @Test
    void whatIsAlwaysTheSameIsNotJudged() throws IOException {
        TrainingRun trial = brief(file("a,same", IntStream.range(0, 50).mapToObj(i -> i * i + ",7").toList()))
                .begin(1, 1);
        Evaluation evaluation = trial.evaluate();
        float[] samples = new float[100_000];
        double[] rows = rows(trial, "evaluate/noise", 100_000);
        double[] mean = trial.columns().standardization().mean();
        double[] deviation = trial.columns().standardization().deviation();
        float[] data = new float[50];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) ((rows[2 * i] - mean[0]) / deviation[0]);
        }
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) ((i * i - mean[0]) / deviation[0]);
        }
        TableMetrics alone =
                new TableMetrics(List.of("a"), data, samples, JudgedSize.requireFeasible(1), 1);

        assertThat(evaluation.value("wasserstein2"))
                .isCloseTo(alone.all().getFirst().value(), within(1e-5));
        assertThat(evaluation.value("outsideRange")).isCloseTo(alone.all().get(4).value(), within(1e-4));
    }

    @Test
    void aFileOfOneRowManyTimesHasNothingToJudge() throws IOException {
        TrainingRun trial = brief(file("a,b", List.of("1,2", "1,2", "1,2", "1,2"))).begin(1, 1);

        assertThat(trial.evaluate().remarks()).containsExactly("The same value in every row: a, b.");
    }

    @Test
    void numbersWithoutAMeanAreRefused() throws IOException {
        Path file = file("a", List.of("1.7e308", "-1.7e308", "1", "2"));

        assertThatThrownBy(() -> brief(file).begin(1, 1)).hasMessageContaining("column 0 has mean");
    }

    private static double[] rows(TrainingRun trial, int count) {
        return rows(trial, "test", count);
    }

    private static double[] rows(TrainingRun trial, String stream, int count) {
        var learned = trial.training().game().generator().distribution(trial.training()::averaged);
        return trial.columns().standardization().invert(Samples.of(learned, stream, 1, 1).rows(0, count));
    }
}
