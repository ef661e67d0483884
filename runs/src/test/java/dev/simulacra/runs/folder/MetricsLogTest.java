package dev.simulacra.runs.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.game.StepReport;
import dev.simulacra.io.MalformedFileException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {
    @TempDir
    private Path folder;

    private Path file;

    private static StepReport report(long step) {
        return new StepReport(step, 1.25, -0.1, 0.5, 1e-9 * step);
    }

    /// Reports of the steps 100, 200, 300 and 400.
    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("metrics.jsonl");
        try (MetricsLog log = MetricsLog.open(file)) {
            for (long step = 100; step <= 400; step += 100) {
                log.add(report(step));
            }
        }
    }

    private void cutAfter(long step) throws IOException {
        try (MetricsLog log = MetricsLog.open(file)) {
            log.cutAfter(step, 100);
        }
    }

    private void change(int line, String from, String to) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(line - 1, lines.get(line - 1).replace(from, to));
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    @Test
    void reportsAreReadBackInTheirOrderAndNoneWhereThereIsNoFile() throws IOException {
        assertThat(MetricsLog.read(file)).containsExactly(report(100), report(200), report(300), report(400));
        assertThat(MetricsLog.read(folder.resolve("none"))).isEmpty();
    }

    @Test
    void whatIsBehindTheCheckpointIsCutOffAlsoWhereItIsTorn() throws IOException {
        Files.writeString(file, "{\"step\":50", StandardOpenOption.APPEND);

        cutAfter(350);

        assertThat(MetricsLog.read(file)).containsExactly(report(100), report(200), report(300));
    }

    @Test
    void aDamagedLineIsNamedAndNothingIsLost() throws IOException {
        change(2, "1.25", "1.26");
        String before = Files.readString(file);

        assertThatThrownBy(() -> cutAfter(400)).isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("read " + file + ": line 2 is damaged; ");
        assertThatThrownBy(() -> MetricsLog.read(file)).hasMessageContaining("line 2 is damaged");
        assertThat(file).hasContent(before);
    }

    @Test
    void aReportThatIsMissingBeforeTheCheckpointIsNamed() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");

        assertThatThrownBy(() -> cutAfter(300))
                .hasMessageContaining("the report of step 200 is missing, and the checkpoint is after step 300");
        Files.writeString(file, "");
        assertThatThrownBy(() -> cutAfter(100)).hasMessageContaining("the report of step 100 is missing");
    }

    /// The last report of a run whose length was no multiple of a hundred, before it got longer.
    @Test
    void aReportBetweenTheRegularOnesIsKept() throws IOException {
        try (MetricsLog log = MetricsLog.open(file)) {
            log.cutAfter(200, 100);
            log.add(report(250));
            log.add(report(300));
        }

        cutAfter(300);

        assertThat(MetricsLog.read(file)).extracting(StepReport::step).containsExactly(100L, 200L, 250L, 300L);
    }

    @Test
    void aLogThatIsRemovedOrChangedDuringTheWorkIsNoticed() throws IOException {
        try (MetricsLog log = MetricsLog.open(file)) {
            log.cutAfter(400, 100);
            Files.delete(file);

            assertThatThrownBy(() -> log.add(report(500))).isInstanceOf(IOException.class)
                    .hasMessageContaining(file + ": the file was removed or changed while the run is under work");
        }
        write();
        try (MetricsLog log = MetricsLog.open(file)) {
            log.cutAfter(400, 100);
            Files.writeString(file, "mine\n", StandardOpenOption.APPEND);

            assertThatThrownBy(() -> log.add(report(500))).hasMessageContaining("removed or changed");
        }
    }

    /// A sparse log of 10 GB, all of it one line of zeros.
    @Test
    void aLogOfGigabytesIsNotReadIntoMemory() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(10_000_000_000L);
        }

        assertThatThrownBy(() -> cutAfter(500)).hasMessageContaining("line 5 is damaged");
        cutAfter(400);
        assertThat(MetricsLog.read(file)).hasSize(4);
    }
}
