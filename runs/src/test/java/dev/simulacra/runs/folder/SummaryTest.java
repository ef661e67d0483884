package dev.simulacra.runs.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.game.StepReport;
import dev.simulacra.io.MalformedFileException;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

class SummaryTest {
    private static final List<Measurement> MEASUREMENTS = List.of(
            new Measurement("wasserstein2", "Wasserstein-2 distance", 0.1, 0.01, "sampling floor"),
            new Measurement("reverseKl", "reverse KL", Double.NaN, 0.5, "of a perfect generator"));

    @TempDir
    private Path path;

    private RunFolder folder;

    @BeforeEach
    void write() throws IOException {
        folder = new RunFolder(path);
        RunRecord run = new RunRecord(RunRecord.FORMAT, "test", 1, 7, 100, "", "0.1.0",
                JsonNodeFactory.instance.objectNode(), List.of(new RunRecord.WorkInterval(0, 100, 1.5)));
        StepReport last = new StepReport(100, 1.25, 0.75, 0.5, 0.5);
        folder.write(new Summary(run, last, new Evaluation(MEASUREMENTS, List.of())));
    }

    @Test
    void theMeasurementsAreReadBackAlsoWhereOneIsNotANumber() throws IOException {
        assertThat(Summary.measurements(Summary.read(folder))).isEqualTo(MEASUREMENTS);
        assertThat(Summary.read(folder).has("checksum")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "\"seed\" : 7 | \"seed\" : \"7\" | experiment, seed, steps and yardsticks are required",
        "\"seed\" : 7 | \"seed\" : 7.5 | experiment, seed, steps and yardsticks are required",
        "\"seed\" : 7 | \"sead\" : 7 | experiment, seed, steps and yardsticks are required",
        "\"seconds\" : 1.5 | \"seconds\" : \"long\" | seconds must be a number",
        "\"wasserstein2\" : 0.1 | \"wasserstein2\" : null | wasserstein2 must be a number",
        "\"wasserstein2\" : 0.1 | \"wasserstein3\" : 0.1 | wasserstein2 must be a number",
        "\"value\" : 0.01 | \"value\" : [0.01] | the yardstick wasserstein2 must have name, value, meaning and"
                + " direction",
        "\"value\" : -1.25 | \"value\" : -1.25, \"more\" : 1 | more is unknown",
        "\"value\" : -1.25 | \"value\" : -1.25, \"value\" : 1 | Duplicate"})
    void whatIsNoSummaryIsRefused(String found, String replacement, String words) throws IOException {
        String text = Files.readString(folder.summary()).replaceFirst(",\\s*\"checksum\" : \"[0-9a-f]{8}\"", "");
        assertThat(text).contains(found);
        Files.writeString(folder.summary(), text.replace(found, replacement));

        assertThatThrownBy(() -> Summary.read(folder)).isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("read " + folder.summary() + ": ").hasMessageContaining(words);
    }
}
