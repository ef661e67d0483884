package dev.simulacra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.game.StepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {
    private static final StepReport FIRST = new StepReport(100, 1.25, 0.75, 0.5, 0.25);
    private static final StepReport SECOND = new StepReport(200, 1.5, -0.5, 0.5, 1e-300);

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAndWritingGoesOn() throws IOException {
        try (MetricsLog metrics = MetricsLog.open(folder.resolve("metrics.jsonl"))) {
            assertThat(metrics.all()).isEmpty();
            metrics.add(FIRST);
            assertThat(metrics.all()).containsExactly(FIRST);
            metrics.add(SECOND);

            assertThat(metrics.all()).containsExactly(FIRST, SECOND);
            assertThat(metrics.last()).isEqualTo(SECOND);
        }
    }

    @Test
    void theTornLastLineIsPassedOver() throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        try (MetricsLog metrics = MetricsLog.open(file)) {
            metrics.add(FIRST);
        }
        Files.writeString(file, "{\"step\":300,\"discriminatorLoss\":1.2", StandardOpenOption.APPEND);

        try (MetricsLog metrics = MetricsLog.open(file)) {
            assertThat(metrics.all()).containsExactly(FIRST);
        }
    }
}
