package dev.simulacra.cli.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.Said;
import dev.simulacra.runs.folder.JsonFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Runs from beginning to end, stopped and continued, in this process.
class TrainCommandTest {
    private static final List<String> WEIGHTS =
            List.of("checkpoint.safetensors", "generator.safetensors", "discriminator.safetensors");

    @TempDir
    private Path folder;

    /// Trains a small network for 250 steps, in the folder `name`.
    private Said train(String name, String... more) {
        Stream<String> words = Stream.of("train", "--out", path(name).toString(), "--steps", "250",
                "--set", "hidden=8", "--set", "minibatch=16");
        return Said.to(Stream.concat(words, Stream.of(more)).toArray());
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    private void assertSame(String one, String other, List<String> files) {
        for (String file : files) {
            assertThat(path(one).resolve(file)).hasSameBinaryContentAs(path(other).resolve(file));
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonFiles.DOCUMENT.readTree(Files.readAllBytes(file));
    }

    @Test
    void aRunLeavesItsResultsAndEverythingToRepeatIt() throws IOException {
        Said said = train("a", "--seed", "3");

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).startsWith("gaussian-2d, seed 3, 250 steps, in " + path("a") + "\n")
                .contains("measured  yardstick", "Wasserstein-2", "sampling floor", "\nFolder:  " + path("a"));
        JsonNode run = json(path("a").resolve("run.json"));
        assertThat(run.at("/experiment").stringValue()).isEqualTo("gaussian-2d");
        assertThat(run.at("/seed").longValue()).isEqualTo(3);
        assertThat(run.at("/settings/hidden").intValue()).isEqualTo(8);
        assertThat(json(path("a").resolve("summary.json")).propertyNames()).startsWith("experiment", "seed", "steps",
                "seconds", "generatorLoss", "discriminatorLoss", "value").contains("wasserstein2", "frechetDistance");
        assertThat(Files.readAllLines(path("a").resolve("samples.csv"))).hasSize(1001).startsWith("x1,x2");
        assertThat(steps("a")).containsExactly(100L, 200L, 250L);
    }

    private List<Long> steps(String name) throws IOException {
        return Files.readAllLines(path(name).resolve("metrics.jsonl")).stream()
                .map(line -> JsonFiles.LINE.readTree(line).at("/step").longValue()).toList();
    }

    @Test
    void theNumberOfThreadsChangesNoByte() {
        train("one", "--threads", "1", "--until", "20", "--set", "hidden=160", "--set", "minibatch=600");
        train("two", "--threads", "2", "--until", "20", "--set", "hidden=160", "--set", "minibatch=600");

        assertSame("one", "two", WEIGHTS);
    }

    @Test
    void anotherSeedIsAnotherRun() {
        train("one", "--until", "5");
        train("two", "--until", "5", "--seed", "2");

        assertThat(path("one").resolve("generator.safetensors"))
                .content(ISO_8859_1).isNotEqualTo(content(path("two").resolve("generator.safetensors")));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRunThatWasStoppedTwiceEqualsOneThatWasNot() {
        train("whole", "--quiet");

        Said stopped = train("parts", "--until", "37");
        Said again = Said.to("resume", path("parts"), "--until", "111");
        Said finished = Said.to("resume", path("parts"));

        assertThat(stopped.out()).contains("Stopped at step 37 of 250, without results",
                "./simulacra resume " + path("parts"));
        assertThat(again.out()).contains("from step 37 of 250", "Stopped at step 111");
        assertThat(finished.out()).contains("from step 111 of 250", "measured");
        assertSame("whole", "parts", WEIGHTS);
        assertSame("whole", "parts", List.of("metrics.jsonl", "samples.csv"));
        assertThat(Said.to("resume", path("parts")).out())
                .startsWith(path("parts") + " is finished: 250 steps are done. ").hasLineCount(1);
    }

    @Test
    void whatAKilledProcessWroteBehindItsCheckpointIsCutOff() throws IOException {
        train("whole", "--quiet");
        train("killed", "--until", "120");
        Path metrics = path("killed").resolve("metrics.jsonl");
        Files.writeString(metrics, "{\"step\":200,\"discriminatorLoss\":1.0,\"generatorLoss\":1.0,\"meanOnData\":0.5,"
                + "\"meanOnSamples\":0.5}\n{\"step\":30", StandardOpenOption.APPEND);
        Files.createFile(path("killed").resolve("generator.safetensors.simulacra-1.part"));

        Said.to("resume", path("killed"));

        assertSame("whole", "killed", List.of("metrics.jsonl", "checkpoint.safetensors"));
        assertThat(path("killed").resolve("generator.safetensors.simulacra-1.part")).doesNotExist();
    }

    @Test
    void aRunKilledBetweenItsLastCheckpointAndItsResultsGetsThem() throws IOException {
        train("killed", "--quiet");
        String before = content(path("killed").resolve("samples.csv"));
        Files.delete(path("killed").resolve("samples.csv"));
        Files.delete(path("killed").resolve("summary.json"));

        Said said = Said.to("resume", path("killed"));

        assertThat(said.code()).isZero();
        assertThat(content(path("killed").resolve("samples.csv"))).isEqualTo(before);
        assertThat(json(path("killed").resolve("summary.json")).at("/steps").longValue()).isEqualTo(250);
    }

    @Test
    void aLongerRunHoldsItsSchedulesAndSaysSo() throws IOException {
        train("a", "--quiet");

        Said said = Said.to("resume", path("a"), "--steps", "300", "--until", "270");

        assertThat(said.out()).startsWith("The run's length is now 300 steps instead of 250; its schedules end at step "
                + "250, and their last value is held from there on\n");
        assertThat(path("a").resolve("summary.json")).doesNotExist();
        JsonNode run = json(path("a").resolve("run.json"));
        assertThat(run.at("/steps").longValue()).isEqualTo(300);
        assertThat(run.at("/settings/steps").longValue()).isEqualTo(250);
        assertThat(Said.to("resume", path("a")).out()).contains("from step 270 of 300", "measured");
    }

    @Test
    void evaluationRepeatsTheTableAndSaysWhetherTheRunIsFinished() {
        String trained = train("a").out();
        train("b", "--until", "10");

        String evaluated = Said.to("evaluate", path("a")).out();

        assertThat(evaluated).startsWith("gaussian-2d, seed 1, after step 250 of 250: finished\n");
        assertThat(trained).contains(evaluated.substring(evaluated.indexOf("measured")).strip());
        assertThat(Said.to("evaluate", path("b")).out()).contains("after step 10 of 250: not finished");
    }

    @Test
    void aTrainingThatDivergesKeepsItsLastGoodState() throws IOException {
        Said said = train("bad", "--set", "discriminator.rate=1e30");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).startsWith("simulacra: training diverged at step ").hasLineCount(1)
                .contains("is kept in " + path("bad"), "--set game.discriminator.rate.value=… instead of 1.0E30",
                        "--set game.penalties.r1.gamma.value=… instead of 3.0")
                .doesNotContain("matmul", "(16, ");
        assertThat(path("bad").resolve("summary.json")).doesNotExist();
        assertThat(content(path("bad").resolve("metrics.jsonl"))).doesNotContain("NaN", "Infinity");
        assertThat(Said.to("sample", path("bad"), "--count", "2").out()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void aUsersFileIsLearnedOnceAndNotNeededForSamples() throws IOException {
        Path csv = path("mine.csv");
        Files.writeString(csv, "height,\"weight, kg\"\n" + "170,60\n180,80\n165,55\n190,95\n".repeat(10));
        Said trained = Said.to("train", "--csv", csv, "--out", path("mine"), "--until", "3", "--set", "hidden=4");
        Files.writeString(csv, "height,\"weight, kg\"\n170,60\n180,80\n165,55\n190,96\n");

        Said resumed = Said.to("resume", path("mine"));
        Files.delete(csv);
        Said samples = Said.to("sample", path("mine"), "--count", "3");

        assertThat(trained.err()).isEmpty();
        assertThat(resumed.code()).isEqualTo(2);
        assertThat(resumed.err()).contains("what is there now is not of this run:\n  data: ");
        assertThat(samples.out().lines()).hasSize(4).first().isEqualTo("height,\"weight, kg\"");
    }

    @Test
    void rowsOfAUsersFileAreWrittenBesideTheirPicture() throws IOException {
        Path csv = Files.writeString(path("mine.csv"), "a,b\n1,2\n2,1\n3,5\n4,4\n");

        Said.to("train", "--csv", csv, "--out", path("mine"), "--steps", "2", "--set", "hidden=4");

        assertThat(Files.readAllLines(path("mine").resolve("samples.csv"))).hasSize(1001).startsWith("a,b");
        assertThat(path("mine").resolve("samples.png")).exists();
    }

    @Test
    void aUsersFileThatWasChangedIsNotDrawnAsTheDataOfTheRun() throws IOException {
        Path csv = Files.writeString(path("mine.csv"), "a,b\n1,2\n2,1\n3,5\n4,4\n");
        Said.to("train", "--csv", csv, "--out", path("mine"), "--until", "2", "--set", "hidden=4");
        Said before = Said.to("sample", path("mine"), "--count", "9", "--output", path("before.png"));
        Files.writeString(csv, "a,b\n1,2\n2,1\n3,5\n4,9\n");

        Said after = Said.to("sample", path("mine"), "--count", "9", "--output", path("after.png"));

        assertThat(before).isEqualTo(new Said(0, "", ""));
        assertThat(path("before.png")).exists();
        assertThat(after.err()).contains("what is there now is not of this run:\n  data: ");
        assertThat(after.code()).isEqualTo(2);
        assertThat(path("after.png")).doesNotExist();
    }

    @Test
    void onATerminalThereIsABarThatFitsIt() {
        Said said = Said.onTerminal(80, "train", "--out", path("a"), "--until", "30", "--set", "hidden=4");

        assertThat(said.out()).contains("100 %", " left  J(D) ", "(1.386)", "(0.693)");
        assertThat(said.out().split("[\r\n]")).filteredOn(line -> line.contains("J(D) "))
                .isNotEmpty().allMatch(line -> line.replaceAll("\u001b\\[\\??[0-9]*[a-zA-Z]", "").length() <= 77);
    }

    @Test
    void theMomentsOfARunAreCapturedExactlyAlsoWhereItStops() throws IOException {
        Object[] game = {"train", "paper-1d", "--steps", "100", "--set", "hidden=4", "--set", "minibatch=16", "--out"};
        Said.to(Stream.concat(Stream.of(game), Stream.of(path("whole"))).toArray());
        Said.to(Stream.concat(Stream.of(game), Stream.of(path("parts"), "--until", "10")).toArray());

        Said resumed = Said.to("resume", path("parts"));

        List<String> snapshots = List.of("snapshot-0.csv", "snapshot-2.csv", "snapshot-10.csv", "snapshot-100.csv");
        assertSame("whole", "parts", snapshots);
        assertSame("whole", "parts", List.of("snapshots.png", "generator.safetensors"));
        assertThat(resumed.out()).contains("\nPicture: " + path("parts").resolve("snapshots.png"));
        try (Stream<Path> files = Files.list(path("parts"))) {
            assertThat(files.filter(file -> file.toString().matches(".*snapshot-\\d+\\.csv"))).hasSize(4);
        }
    }

    @Test
    void quietMeansQuiet() {
        Said said = train("a", "--quiet");

        assertThat(said).isEqualTo(new Said(0, "", ""));
    }
}
