package dev.simulacra.cli.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.Said;
import dev.simulacra.cli.results.Table;
import dev.simulacra.runs.folder.JsonFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Many seeds side by side against each by itself, in this process.
class ManyRunsTest {
    private static final List<String> GAME = List.of(
            "--steps", "120", "--set", "hidden=8", "--set", "minibatch=16");
    private static final List<Long> SEEDS = List.of(1L, 2L, 5L);

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    /// The runs of each seed by themselves.
    @BeforeAll
    static void eachSeedAlone() {
        SEEDS.forEach(seed -> train(shared.resolve("alone-" + seed), "--seed", seed, "--quiet"));
    }

    private static Said train(Path out, Object... more) {
        Stream<Object> words = Stream.concat(Stream.of("train", "--out", out), GAME.stream());
        return Said.to(Stream.concat(words, Stream.of(more)).toArray());
    }

    /// The files of `run` and their contents, without the seconds that it took.
    private static Map<String, String> content(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.collect(Collectors.toMap(file -> file.getFileName().toString(),
                    ManyRunsTest::timeless, (a, _) -> a, TreeMap::new));
        }
    }

    private static String timeless(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), ISO_8859_1);
            return text.replaceAll("\"seconds\" : [0-9.E-]+", "\"seconds\" : …")
                    .replaceAll("\"checksum\" : \"[0-9a-f]{8}\"", "\"checksum\" : …");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertThatEachSeedIsAsAlone(Path series, Function<Long, String> alone) throws IOException {
        for (long seed : SEEDS) {
            Map<String, String> files = content(series.resolve("seed-" + seed));
            assertThat(files).containsExactlyEntriesOf(content(shared.resolve(alone.apply(seed))));
            assertThat(files).containsKeys("run.json", "summary.json", "metrics.jsonl", "learned.png", "samples.csv",
                    "checkpoint.safetensors", "generator.safetensors", "discriminator.safetensors");
        }
    }

    private List<JsonNode> rows(Path series) throws IOException {
        return JsonFiles.DOCUMENT.readTree(Files.readAllBytes(series.resolve("seeds.json"))).valueStream().toList();
    }

    @Test
    void eachSeedLeavesTheVeryFilesThatItLeavesAlone() throws IOException {
        Said said = train(folder.resolve("many"), "--seeds", "1,2,5", "--threads", "2");

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThatEachSeedIsAsAlone(folder.resolve("many"), seed -> "alone-" + seed);
    }

    @Test
    void theResultsAreATableASeedARowAndAFile() throws IOException {
        Said said = train(folder.resolve("many"), "--seeds", "1,2,5");

        assertThat(said.out()).startsWith("gaussian-2d, seeds 1,2,5, 120 steps each, ")
                .contains("\nseed      J(D)  ", "\n   1  ", "\n   2  ", "\n   5  ", "|D − D*|   seconds\n",
                        "\nof 3 seeds  ", "  median  ", "  yardstick\n", "2 ln 2 at equilibrium\n",
                        "\nFolder:  " + folder.resolve("many") + "\n")
                .doesNotContain("Go on with");
        List<JsonNode> rows = rows(folder.resolve("many"));
        assertThat(rows).extracting(row -> row.at("/seed").longValue()).containsExactlyElementsOf(SEEDS);
        for (JsonNode row : rows) {
            JsonNode alone = JsonFiles.DOCUMENT.readTree(Files.readAllBytes(
                    shared.resolve("alone-" + row.at("/seed").longValue()).resolve("summary.json")));
            assertThat(row.at("/state").stringValue()).isEqualTo("finished");
            assertThat(row.at("/wasserstein2")).isEqualTo(alone.at("/wasserstein2"));
            assertThat(row.at("/yardsticks")).isEqualTo(alone.at("/yardsticks")).isNotEmpty();
        }
    }

    @Test
    void theMedianAndTheExtremesAreThoseOfTheSeeds() throws IOException {
        Said said = train(folder.resolve("many"), "--seeds", "1,2,5");

        double[] values = rows(folder.resolve("many")).stream()
                .mapToDouble(row -> row.at("/wasserstein2").doubleValue()).sorted().toArray();
        assertThat(said.out()).containsPattern("Wasserstein-2 distance +" + Table.number(values[1]) + " +"
                + Table.number(values[0]) + " +" + Table.number(values[2]) + " +0.0080  ↓  sampling floor");
    }

    @Test
    void seedsThatWereStoppedGoOnAsIfTheyHadNotBeen() throws IOException {
        Path many = folder.resolve("many");

        Said stopped = train(many, "--seeds", "1,2,5", "--until", "50");
        List<JsonNode> between = rows(many);
        Said resumed = Said.to("resume", many);

        assertThat(stopped.code()).isZero();
        assertThat(stopped.out()).endsWith(
                "\n0 of 3 seeds are finished. Go on with ./simulacra resume " + many + "\n");
        assertThat(between).extracting(row -> row.at("/step").longValue()).containsExactly(50L, 50L, 50L);
        assertThat(resumed.out()).contains("\nof 3 seeds  ");
        SEEDS.forEach(seed -> {
            train(shared.resolve("parts-" + seed), "--seed", seed, "--until", "50", "--quiet");
            Said.to("resume", shared.resolve("parts-" + seed));
        });
        assertThatEachSeedIsAsAlone(many, seed -> "parts-" + seed);
    }

    @Test
    void whatAKilledProcessLeftIsGoneOnWith() throws IOException {
        Path many = folder.resolve("many");
        train(many, "--seeds", "1,2,5", "--until", "50");
        Said.to("resume", many.resolve("seed-1"));
        // The second was killed at its very beginning, the third had not begun.
        empty(many.resolve("seed-2"));
        Files.createFile(many.resolve("seed-2/run.lock"));
        Files.createFile(many.resolve("seed-2/run.json.simulacra-1.part"));
        empty(many.resolve("seed-5"));
        Files.delete(many.resolve("seed-5"));
        Files.delete(many.resolve("seeds.json"));

        Said said = Said.to("resume", many);

        assertThat(said.code()).isZero();
        for (long seed : List.of(2L, 5L)) {
            assertThat(content(many.resolve("seed-" + seed))).isEqualTo(content(shared.resolve("alone-" + seed)));
        }
        assertThat(rows(many)).extracting(row -> row.at("/state").stringValue())
                .containsExactly("finished", "finished", "finished");
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aSeedsFolderThatLostItsRunIsLeftAsItIs() throws IOException {
        Path many = folder.resolve("many");
        train(many, "--seeds", "1,2,5", "--until", "50");
        Files.delete(many.resolve("seed-2/run.json"));
        Map<String, String> before = content(many.resolve("seed-2"));

        Said said = Said.to("resume", many);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).hasLineCount(1).startsWith("simulacra: seed 2: " + many.resolve("seed-2")
                + ": the folder is not empty; a new or empty one is required; it holds checkpoint.safetensors");
        assertThat(content(many.resolve("seed-2"))).isEqualTo(before);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkInPlaceOfASeedsFolderIsRefusedAndItsTargetStays() throws IOException {
        Path many = folder.resolve("many");
        train(many, "--seeds", "1,2,5", "--until", "50");
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.txt"), "mine");
        empty(many.resolve("seed-2"));
        Files.delete(many.resolve("seed-2"));
        Files.createSymbolicLink(many.resolve("seed-2"), foreign);

        Said said = Said.to("resume", many);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).hasLineCount(1).contains("seed-2: this is a symbolic link; ");
        assertThat(foreign).isDirectoryContaining("glob:**thesis.txt");
    }

    @Test
    void theRunOfAnotherSeedIsRefused() throws IOException {
        Path many = folder.resolve("many");
        train(many, "--seeds", "1,2,5", "--until", "50");
        for (String file : List.of("run.json", "checkpoint.safetensors", "metrics.jsonl")) {
            Files.copy(many.resolve("seed-1").resolve(file), many.resolve("seed-2").resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }

        Said said = Said.to("resume", many);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("simulacra: seed 2: ", "seed: 1 in run.json, 2 in the series");
    }

    @Test
    void aFinishedSeriesShowsItsTableAgainAndChangesNothing() throws IOException {
        Path many = folder.resolve("many");
        String trained = train(many, "--seeds", "1,2,5").out();
        Map<String, String> before = content(many.resolve("seed-1"));

        Said again = Said.to("resume", many);

        assertThat(again.code()).isZero();
        assertThat(trained).endsWith(again.out().substring(again.out().indexOf("\n\n")));
        assertThat(content(many.resolve("seed-1"))).isEqualTo(before);
    }

    @Test
    void aSeedThatCannotGoOnIsReportedAndTheOthersAreTrained() throws IOException {
        Path many = folder.resolve("many");
        train(many, "--seeds", "1,2,5", "--until", "50");
        Path checkpoint = many.resolve("seed-2/checkpoint.safetensors");
        Files.write(checkpoint, new byte[] {1, 2, 3});

        Said said = Said.to("resume", many);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).startsWith("simulacra: seed 2: ").contains(checkpoint.toString()).hasLineCount(1);
        assertThat(said.out()).contains("\n   2  failed after step 0\n", "\nof 2 seeds  ");
        assertThat(rows(many)).extracting(row -> row.at("/state").stringValue())
                .containsExactly("finished", "failed", "finished");
        assertThat(rows(many).get(1).at("/problem").stringValue()).contains("checkpoint.safetensors");
    }

    @Test
    void seedsThatDivergeAreReportedEachInItsRow() throws IOException {
        Said said = train(folder.resolve("many"), "--seeds", "1..3", "--set", "generator.rate=1e30");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err().lines()).hasSize(3).allSatisfy(line -> assertThat(line)
                .startsWith("simulacra: seed ").contains(": training diverged at step ", "is kept in"));
        assertThat(rows(folder.resolve("many"))).allSatisfy(row -> {
            assertThat(row.at("/state").stringValue()).isEqualTo("diverged");
            assertThat(row.at("/problem").stringValue()).startsWith("training diverged at step ");
        });
    }

    @Test
    void onATerminalOneBarStandsForAllAndTheTableFitsIt() {
        Said said = Said.onTerminal(80, Stream.concat(
                Stream.of("train", "--out", folder.resolve("many"), "--seeds", "1..3"), GAME.stream()).toArray());

        assertThat(said.out()).contains("100 %", "3 of 3 seeds", " steps/s");
        String table = said.out().substring(said.out().indexOf("\nseed "), said.out().indexOf("\nof 3 seeds"));
        assertThat(table.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void quietMeansQuiet() {
        assertThat(train(folder.resolve("many"), "--seeds", "1..2", "--quiet")).isEqualTo(new Said(0, "", ""));
    }

    @Test
    void theFolderOfSeveralSeedsIsNoRun() {
        train(folder.resolve("many"), "--seeds", "1..2", "--until", "1", "--quiet");

        for (String command : List.of("evaluate", "sample --count 3")) {
            Said said = Said.to(Stream.concat(
                    Stream.of(command.split(" ")), Stream.of(folder.resolve("many"))).toArray());

            assertThat(said.err()).hasLineCount(1).contains("this is the folder of several seeds");
            assertThat(said.code()).isEqualTo(2);
        }
    }
}
