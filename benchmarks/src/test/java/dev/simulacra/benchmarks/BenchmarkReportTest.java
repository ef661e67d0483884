package dev.simulacra.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchmarkReportTest {
    private static final Row ROW = Row.of(
                    "step-16", 2, new Sample(10, 20, 30), "libtorch mkl 1", 1, new Sample(100, 100, 200))
            .wanted(0.1)
            .with("megabytes", 512);

    @TempDir
    Path folder;

    @Test
    void theRatioIsTheMedianOfTheRoundsRatios() {
        assertThat(ROW.microseconds()).isEqualTo(20);
        assertThat(ROW.peerMicroseconds()).isEqualTo(100);
        assertThat(ROW.ratio()).isEqualTo(0.15);
        assertThat(ROW.low()).isCloseTo(0.125, within(1e-12));
        assertThat(ROW.high()).isCloseTo(0.175, within(1e-12));
        assertThat(ROW.rounds()).isEqualTo(3);
    }

    @Test
    void aRowIsMetWhereTheRatioIsAtMostTheOneWanted() {
        assertThat(ROW.isMet()).isFalse();
        assertThat(ROW.wanted(0.15).isMet()).isTrue();
    }

    @Test
    void aRowIsShownInOneLine() {
        assertThat(BenchmarkReport.line(ROW).replaceAll(" +", " "))
                .isEqualTo("step-16 2 20.00 libtorch mkl 1 1 100 0.150 0.125 – 0.175 ≤ 0.100 missed megabytes 512");
    }

    @Test
    void theFileHasTheFieldsThatOthersRead() throws IOException {
        var shown = new ByteArrayOutputStream();
        BenchmarkReport report = new BenchmarkReport(new PrintStream(shown, true, StandardCharsets.UTF_8));
        Path file = folder.resolve("rows.json");

        report.title("Training steps");
        report.add(ROW);
        report.write(file);

        JsonNode rows = JsonMapper.builder().build().readTree(file.toFile());
        assertThat(rows.isArray()).isTrue();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).propertyNames())
                .startsWith("work", "threads", "microseconds", "peer", "peerThreads", "peerMicroseconds", "ratio");
        assertThat(rows.get(0).get("work").asString()).isEqualTo("step-16");
        assertThat(rows.get(0).get("ratio").asDouble()).isEqualTo(0.15);
        assertThat(rows.get(0).get("met").asBoolean()).isFalse();
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("Training steps", "step-16");
    }

    @Test
    void manyShapesAreSummarizedByTheMedianOfTheirRatios() {
        Row fast = Row.of("a", 1, new Sample(1), "mkl", 1, new Sample(4));
        Row even = Row.of("b", 1, new Sample(5), "openblas", 1, new Sample(5));
        Row slow = Row.of("c", 1, new Sample(9), "mkl", 1, new Sample(6));

        Row all = Products.median("all", List.of(fast, even, slow));

        assertThat(all.ratio()).isEqualTo(1);
        assertThat(all.more()).containsEntry("worst", 1.5).containsEntry("shapes", 3.0);
        assertThat(all.peer()).isEqualTo("the better");
    }
}
