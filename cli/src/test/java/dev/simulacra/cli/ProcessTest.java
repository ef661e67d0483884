package dev.simulacra.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.runs.folder.JsonFiles;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.SavedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The program in virtual machines of its own, which are killed, interrupted, or limited.
class ProcessTest {
    private static final int INT = 2;
    private static final int TERM = 15;

    private static final String[] SMALL = {
        "--steps", "1000000", "--set", "hidden=8", "--set", "minibatch=16"};

    @TempDir
    private Path folder;

    /// Starts the program in a virtual machine with `option`.
    private static Process start(String option, Object... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), option,
                "--add-modules", "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"),
                Simulacra.class.getName()));
        Stream.of(words).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).start();
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    private Said train(String name, Object... more) {
        Stream<Object> words = Stream.concat(Stream.of("train", "--out", path(name)), Stream.of(SMALL));
        return Said.to(Stream.concat(words, Stream.of(more)).toArray());
    }

    /// Waits until `process` has written `lines` reports of the run.
    private void awaitReports(Process process, String name, int lines) throws Exception {
        Path metrics = path(name).resolve("metrics.jsonl");
        while (!Files.exists(metrics) || Files.readString(metrics).lines().count() < lines) {
            assertThat(process.isAlive()).as("the process lives until it is killed").isTrue();
            Thread.sleep(5);
        }
    }

    private void assertSame(String one, String other) {
        for (String file : List.of("checkpoint", "generator", "discriminator")) {
            assertThat(path(one).resolve(file + ".safetensors"))
                    .hasSameBinaryContentAs(path(other).resolve(file + ".safetensors"));
        }
        assertThat(path(one).resolve("metrics.jsonl")).hasSameBinaryContentAs(path(other).resolve("metrics.jsonl"));
    }

    @Test
    void aRunThatWasKilledAndResumedEqualsOneThatWasNot() throws Exception {
        train("whole", "--until", "1000");
        train("killed", "--until", "150");
        Process process = start("-Xmx512m", "resume", path("killed"));
        awaitReports(process, "killed", 4);

        process.destroyForcibly();

        assertThat(process.waitFor()).isEqualTo(128 + 9);
        Said said = Said.to("resume", path("killed"), "--until", "1000");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("from step 150 of 1000000");
        assertSame("killed", "whole");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anInterruptedRunKeepsItsStateAndSaysHowToGoOn() throws Exception {
        Process process = start("-Xmx512m", Stream.concat(
                Stream.of("train", "--out", path("interrupted")), Stream.of(SMALL)).toArray());
        awaitReports(process, "interrupted", 3);

        int signal = interrupt(process);

        String error = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(128 + signal);
        assertThat(error).endsWith("interrupted; go on with ./simulacra resume " + path("interrupted") + "\n");
        SavedRun stored = SavedRun.in(RunFolder.open(path("interrupted")), new CliProgram());
        long reached = stored.step();
        assertThat(reached).isGreaterThanOrEqualTo(300);
        assertThat(stored.run().sittings()).singleElement().satisfies(sitting -> {
            assertThat(sitting.from()).isZero();
            assertThat(sitting.to()).isEqualTo(reached);
            assertThat(sitting.seconds()).isPositive();
        });
        long further = reached + 10;
        Said.to("resume", path("interrupted"), "--until", further);
        train("whole", "--until", further);
        assertSame("interrupted", "whole");
    }

    @Test
    void seedsThatWereKilledAndResumedEqualThoseThatWereNot() throws Exception {
        for (int seed = 1; seed <= 2; seed++) {
            train("whole-" + seed, "--until", "1000", "--seed", seed);
        }
        train("killed", "--until", "150", "--seeds", "1..2");
        Process process = start("-Xmx512m", "resume", path("killed"));
        awaitReports(process, "killed/seed-2", 4);

        process.destroyForcibly().waitFor();

        Said said = Said.to("resume", path("killed"), "--until", "1000");
        assertThat(said.err()).isEmpty();
        assertSame("killed/seed-1", "whole-1");
        assertSame("killed/seed-2", "whole-2");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void interruptedSeedsKeepTheirStateAndSayHowToGoOn() throws Exception {
        Process process = start("-Xmx512m", Stream.concat(
                Stream.of("train", "--out", path("interrupted"), "--seeds", "1..3", "--threads", "2"),
                Stream.of(SMALL)).toArray());
        awaitReports(process, "interrupted/seed-1", 3);
        awaitReports(process, "interrupted/seed-2", 3);

        int signal = interrupt(process);

        String error = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(128 + signal);
        assertThat(error).endsWith("interrupted; go on with ./simulacra resume " + path("interrupted") + "\n");
        List<JsonNode> rows = JsonFiles.DOCUMENT.readTree(
                Files.readAllBytes(path("interrupted").resolve("seeds.json"))).valueStream().toList();
        assertThat(rows).extracting(row -> row.at("/state").stringValue()).containsOnly("unfinished");
        assertThat(rows.get(2).at("/step").longValue()).isZero();
        assertThat(path("interrupted").resolve("seed-3")).doesNotExist();
        for (int seed = 1; seed <= 2; seed++) {
            String run = "interrupted/seed-" + seed;
            long reached = SavedRun.in(RunFolder.open(path(run)), new CliProgram()).step();
            assertThat(reached).isGreaterThanOrEqualTo(300)
                    .isEqualTo(rows.get(seed - 1).at("/step").longValue());
            train("whole-" + seed, "--seed", seed, "--until", reached);
            assertSame(run, "whole-" + seed);
        }
    }

    @Test
    void seedsUnderWorkAreLeftAlone() throws Exception {
        Process process = start("-Xmx512m", Stream.concat(
                Stream.of("train", "--out", path("busy"), "--seeds", "1,2"), Stream.of(SMALL)).toArray());
        awaitReports(process, "busy/seed-1", 1);

        Said said = Said.to("resume", path("busy"));

        process.destroyForcibly().waitFor();
        assertThat(said.err()).endsWith("another process is at work in this folder\n").hasLineCount(1);
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void ofTwoProcessesThatBeginInOneFolderExactlyOneDoes() throws Exception {
        for (int i = 0; i < 3; i++) {
            String name = "contested-" + i;
            Object[] words = {"train", "--out", path(name), "--steps", "100", "--set", "hidden=8", "--quiet"};
            List<Process> both = List.of(start("-Xmx512m", words), start("-Xmx512m", words));

            List<Integer> codes = new ArrayList<>();
            for (Process process : both) {
                codes.add(process.waitFor());
            }

            assertThat(codes).contains(0).isNotEqualTo(List.of(0, 0));
            assertThat(Said.to("evaluate", path(name)).out()).contains("after step 100 of 100: finished");
        }
    }

    /// Killed after a tenth of a second, two tenths and so on: before, while and after the run begins.
    @Test
    void whatIsKilledWhileItBeginsCanBeBegunAnewOrGoesOn() throws Exception {
        for (int tenths = 2; tenths <= 20; tenths += 2) {
            String name = "killed-" + tenths;
            Process process = start("-Xmx512m", Stream.concat(
                    Stream.of("train", "--out", path(name)), Stream.of(SMALL)).toArray());
            Thread.sleep(100 * tenths);
            process.destroyForcibly().waitFor();

            Said said = Files.exists(path(name).resolve("run.json"))
                    ? resumed(name)
                    : train(name, "--until", "3");

            assertThat(said.err()).as("after %d tenths of a second", tenths).isEmpty();
            assertThat(said.code()).isZero();
        }
    }

    /// Goes on for three steps from wherever the run has got to.
    private Said resumed(String name) throws IOException {
        long step = SavedRun.in(RunFolder.open(path(name)), new CliProgram()).step();
        return Said.to("resume", path(name), "--until", step + 3);
    }

    /// Sends what Ctrl-C sends, or a like signal where that is ignored.
    private static int interrupt(Process process) throws Exception {
        int signal = ignoresCtrlC(process) ? TERM : INT;
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        return signal;
    }

    /// A script's background job begins with Ctrl-C ignored, and so do the processes that it starts.
    private static boolean ignoresCtrlC(Process process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(ignored -> (ignored >> INT - 1 & 1) == 1);
    }

    @Test
    void aRunUnderWorkIsLeftAlone() throws Exception {
        Process process = start("-Xmx512m", Stream.concat(
                Stream.of("train", "--out", path("busy")), Stream.of(SMALL)).toArray());
        awaitReports(process, "busy", 1);

        Said said = Said.to("resume", path("busy"));

        process.destroyForcibly().waitFor();
        assertThat(said.err()).endsWith("another process is at work in this folder\n").hasLineCount(1);
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void theWidthOfTheVectorUnitChangesNoByte() throws Exception {
        train("own", "--until", "40");
        int widest = FloatVector.SPECIES_PREFERRED.length();
        for (int avx = 1; avx <= 3 && 4 << avx - 1 <= widest; avx++) {
            Process process = start("-XX:UseAVX=" + avx, Stream.concat(
                    Stream.of("train", "--out", path("avx" + avx), "--until", "40"), Stream.of(SMALL)).toArray());

            assertThat(process.waitFor()).isZero();
            assertSame("avx" + avx, "own");
        }
    }
}
