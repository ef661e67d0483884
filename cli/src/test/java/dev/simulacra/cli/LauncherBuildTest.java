package dev.simulacra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.simulacra.cli.InventedMachine.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The builds of the launcher: their lock, sources edited meanwhile, signals, and a disk that takes no more.
@DisabledOnOs(OS.WINDOWS)
class LauncherBuildTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    InventedMachine machine;

    @BeforeEach
    void machine() throws Exception {
        machine = new InventedMachine(folder.toRealPath());
        machine.jdk("a", "25.0.3");
    }

    @Test
    void twoFirstStartsAtOnceBuildOnce() throws Exception {
        Process one = machine.process(machine.launcher()).start();
        Process two = machine.process(machine.launcher()).start();

        assertThat(one.waitFor()).isZero();
        assertThat(two.waitFor()).isZero();
        assertThat(machine.builds()).hasSize(1);
    }

    @Test
    void theLockOfABuildThatDiedIsTakenOver() throws Exception {
        Process gone = new ProcessBuilder("sh", "-c", "exit 0").start();
        gone.waitFor();
        Path builds = Files.createDirectories(machine.target());
        Files.createSymbolicLink(builds.resolve("lock"), Path.of(Long.toString(gone.pid())));

        assertThat(machine.launch().code()).isZero();
    }

    @Test
    void aLockIsTakenOverWhereAnotherProgramHasTheNumberOfItsHolder() throws Exception {
        lock(Long.toString(ProcessHandle.current().pid()));

        assertTimeoutPreemptively(LONG, () -> assertThat(machine.launch().code()).isZero());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theLockOfAProcessThatHasEndedButThatNobodyHasWaitedForIsTakenOver() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 60").start();
        String ended = parent.inputReader().readLine();
        Path stat = Path.of("/proc", ended, "stat");
        while (!Files.readString(stat).contains(") Z ")) {
            Thread.sleep(20);
        }
        lock(ended + " " + startTime(stat));

        assertTimeoutPreemptively(LONG, () -> assertThat(machine.launch().code()).isZero());
        parent.destroy();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLivingHolderKeepsItsLockAlsoWhereItIsAnotherUsers() throws Exception {
        Path lock = lock("1 " + startTime(Path.of("/proc/1/stat")));
        Process launcher = machine.process(machine.launcher()).start();

        assertThat(launcher.errorReader().readLine()).startsWith("simulacra: waiting for the build");
        assertThat(machine.builds()).isEmpty();

        Files.delete(lock);
        assertThat(launcher.waitFor()).isZero();
        assertThat(machine.builds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no number", "-1", "1/../../../tmp", "99999999999999999999 1"})
    void aLockThatNamesNoProcessIsTakenOver(String holder) throws Exception {
        lock(holder);

        assertTimeoutPreemptively(LONG, () -> assertThat(machine.launch().code()).isZero());
        assertThat(machine.target().resolve("lock")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsNoLockButHasItsNameIsRefusedInASentence(boolean isFolder) throws Exception {
        Path lock = Files.createDirectories(machine.target()).resolve("lock");
        Path _ = isFolder ? Files.createDirectory(lock) : Files.createFile(lock);

        Outcome outcome = assertTimeoutPreemptively(LONG, () -> machine.launch());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).isEqualTo("simulacra: " + lock
                + " is in the way: the lock of a build has this name. Remove it.\n");
        assertThat(lock).exists();
        assertThat(machine.builds()).isEmpty();
    }

    @Test
    void whereNoLinkCanBeMadeTheUserReadsIt() throws Exception {
        machine.program("ln", "exit 1");

        Outcome outcome = assertTimeoutPreemptively(LONG, () -> machine.launch());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).isEqualTo("simulacra: cannot make the lock " + machine.target().resolve("lock")
                + ", a symbolic link.\n");
    }

    @Test
    void sourcesEditedDuringTheBuildAreBuiltAgain() throws Exception {
        Path before = machine.source("A", "before");
        machine.program("mvn", """
                echo built >> "%1$s/builds"
                mkdir -p cli/target/app && cat "%2$s" > cli/target/app/simulacra.jar
                [ -e "%1$s/edited" ] || echo after > "%2$s"
                : > "%1$s/edited"
                """.formatted(machine.root(), before));

        Outcome outcome = machine.launch();
        assertThat(outcome.error()).contains("building (the sources changed meanwhile, about a minute)");
        assertThat(started(outcome)).hasContent("after");
        assertThat(machine.builds()).hasSize(2);

        machine.source("A", "before");
        assertThat(started(machine.launch())).hasContent("before");
    }

    @Test
    void sourcesThatNeverRestAreRefusedInASentence() throws Exception {
        machine.program("mvn", """
                echo built >> "%s/builds"
                mkdir -p cli/target/app && : > cli/target/app/simulacra.jar
                echo more >> cli/src/main/java/A.java
                """.formatted(machine.root()));

        Outcome outcome = machine.launch();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).endsWith("simulacra: the sources changed during three builds; start again when "
                + "nobody edits them.\n");
        assertThat(machine.builds()).hasSize(3);
        assertNothingIsLeft();
    }

    @Test
    void classesOfAnEarlierCompilationAreNotTrusted() throws Exception {
        Path stale = machine.launcher().resolveSibling("cli/target/classes/A.class");
        Files.createDirectories(stale.resolveSibling("."));
        Files.createFile(stale);

        machine.launch();

        assertThat(stale).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void aSignalEndsTheBuildAtOnceAndLeavesNothing(String signal, int code) throws Exception {
        assumeTrue(isHeard(signal), "the tests run with signal " + signal + " ignored");
        Path begun = machine.root().resolve("begun");
        machine.program("mvn", "echo $$ > '" + begun + "'; exec sleep 60");
        Process launcher = machine.process(machine.launcher()).start();
        while (!Files.exists(begun) || Files.size(begun) == 0) {
            Thread.sleep(20);
        }

        shell("kill -" + signal + " " + launcher.pid());

        assertThat(launcher.waitFor(LONG)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(code);
        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(begun).strip()))).isEmpty();
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @CsvSource({"cp, copying the program to", "mv, renaming"})
    void aDiskThatIsFullAfterTheBuildIsToldInASentence(String tool, String step) throws Exception {
        machine.program(tool, "echo No space left on device >&2; exit 1");

        Outcome outcome = machine.launch();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).contains("No space left on device\nsimulacra: " + step)
                .endsWith(" failed; the output is above.\n");
        assertNothingIsLeft();
    }

    @Test
    void whereTheLogCannotBeWrittenTheUserReadsIt() throws Exception {
        Files.createDirectories(machine.target().resolve("build.log"));

        assertThat(machine.launch().error())
                .isEqualTo("simulacra: cannot write to " + machine.target() + ", where the program is built.\n");
    }

    private Path lock(String holder) throws Exception {
        return Files.createSymbolicLink(Files.createDirectories(machine.target()).resolve("lock"), Path.of(holder));
    }

    /// The 22nd field of a process's `stat`, of which the second is a name in parentheses.
    private static String startTime(Path stat) throws Exception {
        return Files.readString(stat).replaceFirst("(?s).*\\) ", "").split(" ")[19];
    }

    /// The jar that java was started with.
    private static Path started(Outcome outcome) {
        return outcome.output().lines()
                .filter(line -> line.endsWith("/simulacra.jar"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }

    private void assertNothingIsLeft() throws Exception {
        try (Stream<Path> left = Files.list(machine.target())) {
            assertThat(left.filter(path -> Files.isSymbolicLink(path) || Files.isDirectory(path))).isEmpty();
        }
    }

    /// True where a child of this process can be ended by `signal`, which nohup and a shell's `&` prevent.
    private static boolean isHeard(String signal) throws Exception {
        return shell("kill -" + signal + " $$") != 0;
    }

    private static int shell(String script) throws Exception {
        return new ProcessBuilder("sh", "-c", script).start().waitFor();
    }
}
