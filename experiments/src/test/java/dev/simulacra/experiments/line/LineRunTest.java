package dev.simulacra.experiments.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.experiments.benchmark.BenchmarkExperiment;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineRunTest {
    @TempDir
    private Path folder;

    @Test
    void snapshotsAreInTheUnitsOfTheDistribution() throws IOException {
        TrainingRun trial =
                new BenchmarkExperiment("line5", 1000, 500, 1, 16, 2, 0, 0, Presets.modern(20), 20).begin(1, 1);

        trial.capture(folder);
        trial.illustrate(new float[] {0, 1}, 2, folder.resolve("samples.png"));

        assertThat(SnapshotFile.readAll(folder)).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.x()[0]).isLessThan(-4);
            assertThat(snapshot.x()[snapshot.x().length - 1]).isGreaterThan(4);
            double cell = snapshot.x()[1] - snapshot.x()[0];
            assertThat(Arrays.stream(snapshot.pData()).sum() * cell).isCloseTo(1, within(1e-6));
            assertThat(Arrays.stream(snapshot.pG()).sum() * cell).isCloseTo(1, within(1e-6));
        });
        assertThat(folder.resolve("samples.png")).isNotEmptyFile();
    }
}
