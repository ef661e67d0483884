package dev.simulacra.experiments.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.experiments.setup.AveragedAdam;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Regularization;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.tensor.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Paper1dTest {
    private final GameSettings small = new GameSettings(new NonSaturating(new LogProbability.FromLogits()), 32,
            new Alternating(1), AveragedAdam.of(2e-3, 0, 0.99, 0.9, 100), AveragedAdam.of(6e-3, 0, 0.99, 0.9, 100),
            List.of(new R1(0.03)), Regularization.none());
    private final Paper1d few = new Paper1d(8, 1, small, 100);

    @TempDir
    Path folder;

    @Test
    void itIsJudgedByBothRoutesToTheDivergenceAndTheyAgree() {
        TrainingRun trial = few.begin(1, 1);
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
    void eachSnapshotIsWrittenAsATableAndAllAreDrawn() throws IOException {
        TrainingRun trial = few.begin(1, 1);
        for (long step : trial.snapshotSteps()) {
            trial.training().run(step, 100, _ -> {});
            trial.capture(folder);
        }

        List<Path> pictures = trial.illustrate(List.of(), folder);

        assertThat(trial.snapshotSteps()).containsExactly(0L, 2L, 10L, 100L);
        assertThat(Files.readAllLines(folder.resolve("snapshot-10.csv"))).startsWith("x,pData,pG,D,optimalD");
        assertThat(SnapshotFile.readAll(folder)).hasSize(4).allSatisfy(snapshot -> {
            double cell = snapshot.x()[1] - snapshot.x()[0];
            assertThat(Arrays.stream(snapshot.pG()).sum() * cell).isCloseTo(1, within(1e-6));
            assertThat(Arrays.stream(snapshot.d()).allMatch(d -> d > 0 && d < 1)).isTrue();
        });
        assertThat(pictures).containsExactly(folder.resolve("snapshots.png")).allMatch(Files::exists);
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

    private float[][] trained(long seed, int threads) {
        TrainingRun trial = few.begin(seed, threads);
        trial.training().run(20, 20, _ -> {});
        return trial.training().state().stream().map(Parameter::storage).toArray(float[][]::new);
    }
}
