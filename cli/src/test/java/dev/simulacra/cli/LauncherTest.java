package dev.simulacra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.InventedMachine.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher among invented JDKs, with an invented Maven and an invented project, in a path with spaces.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String KEPT = "\n-XX:AOTCache=.*/a clone of it/target/app/[0-9-]+/start\\.aot\n";

    @TempDir
    Path folder;

    InventedMachine machine;

    @BeforeEach
    void machine() throws Exception {
        machine = new InventedMachine(folder.toRealPath());
    }

    @Test
    void theOneJdkThatWillDoIsFoundAmongOthers() throws Exception {
        machine.jdk("b-21", "21.0.9");
        machine.jdk("c-25.0.2", "25.0.2");
        Path right = machine.jdk("d-25.0.3", "25.0.3");
        machine.runtime("e-25.0.4", "25.0.4");

        assertThat(machine.launch("--help").output()).startsWith("java of " + right + "\n");
        assertThat(machine.builds()).containsExactly("built with " + right);
    }

    @Test
    void theNewestUpdateOfTheOldestFeatureReleaseIsTaken() throws Exception {
        machine.jdk("a", "25.0.3");
        Path newest = machine.jdk("b", "25.0.10");
        machine.jdk("c", "26.0.1");

        assertThat(machine.launch().output()).startsWith("java of " + newest + "\n");
    }

    @Test
    void javaHomeComesFirstWhereItWillDo() throws Exception {
        Path usual = machine.jdk("usual", "25.0.3");
        Path preferred = machine.jdk("../my own", "26");
        Path old = machine.jdk("../my old", "21.0.9");

        assertThat(machine.withJavaHome(preferred).launch().output()).startsWith("java of " + preferred + "\n");
        assertThat(machine.withJavaHome(old).launch().output()).startsWith("java of " + usual + "\n");
    }

    @Test
    void aJavaOnThePathIsFoundBehindItsLink() throws Exception {
        machine.jdk("usual", "25.0.4");
        Path linked = machine.jdk("../elsewhere", "25.0.3");
        Files.createSymbolicLink(machine.programs().resolve("java"), linked.resolve("bin/java"));

        assertThat(machine.launch().output()).startsWith("java of " + linked + "\n");
    }

    @Test
    void withoutAJdkTheUserReadsWhatToInstallAndWhatWasFound() throws Exception {
        Path old = machine.jdk("x", "21.0.9");
        Path almost = machine.jdk("y", "25.0.2");
        Path runtime = machine.runtime("z", "25.0.3");

        Outcome outcome = machine.launch();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.error())
                .contains("a JDK 25.0.3 or newer is needed", "Temurin", old.getParent() + "/*")
                .contains("21.0.9 in " + old + ", too old\n")
                .contains("25.0.2 in " + almost + ", too old\n")
                .contains("25.0.3 in " + runtime + ", a runtime without javac\n");
        assertThat(machine.builds()).isEmpty();
    }

    @Test
    void theProgramIsBuiltOnceAndAgainWhenASourceIsChangedOrAdded() throws Exception {
        machine.jdk("a", "25.0.3");

        assertThat(machine.launch().error()).startsWith("simulacra: building (first use, about a minute) …\n");
        assertThat(machine.launch().error()).doesNotContain("building");
        machine.source("A", "class A { int a; }");
        assertThat(machine.launch().error()).startsWith("simulacra: building (the sources changed, about a minute) …");
        machine.source("B", "class B {}");
        machine.launch();
        assertThat(machine.builds()).hasSize(3);
    }

    @Test
    void aRemovedSourceCountsAsAChange() throws Exception {
        machine.jdk("a", "25.0.3");
        machine.launch();

        Files.delete(machine.source("A", ""));
        machine.launch();

        assertThat(machine.builds()).hasSize(2);
    }

    @Test
    void aFailedBuildShowsItsOutputAndIsTriedAgain() throws Exception {
        machine.jdk("a", "25.0.3");
        machine.program("mvn", "echo A.java: not a statement; exit 1");

        assertThat(machine.launch().error()).contains("A.java: not a statement", "the build failed");
        assertThat(machine.launch().code()).isEqualTo(1);
    }

    @Test
    void whatTheVirtualMachineKeptAtTheBuildServesEveryStart() throws Exception {
        machine.jdk("a", "25.0.3");

        assertThat(machine.launch().output()).containsPattern(KEPT);
        assertThat(machine.launch("--help").output()).containsPattern(KEPT);
    }

    @Test
    void whatAnOlderBuildKeptIsDeleted() throws Exception {
        machine.jdk("a", "25.0.3");
        machine.launch();
        machine.source("A", "class A { int a; }");
        machine.launch();

        try (Stream<Path> files = Files.walk(machine.launcher().resolveSibling("target/app"))) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).filteredOn("start.aot"::equals).hasSize(1);
            assertThat(names).filteredOn("simulacra.jar"::equals).hasSize(2);
        }
    }

    @Test
    void aVirtualMachineThatKeepsNothingStartsWithoutIt() throws Exception {
        Files.createFile(machine.jdk("a", "25.0.3").resolve("bin/forgetful"));

        Outcome outcome = machine.launch();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.output()).doesNotContainPattern(KEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xshare:off", "-XX:SharedArchiveFile=a.jsa", "-XX:AOTMode=off"})
    void theUsersOwnWordAboutArchivesIsTheOnlyOne(String word) throws Exception {
        machine.jdk("a", "25.0.3");
        ProcessBuilder process = machine.process(machine.launcher());
        process.environment().put("SIMULACRA_JAVA_OPTS", "-Xoption " + word);

        assertThat(Outcome.of(process).output()).contains(word + "\n").doesNotContainPattern(KEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void soIsOneInAVariableThatTheVirtualMachineReads(String variable) throws Exception {
        machine.jdk("a", "25.0.3");
        ProcessBuilder process = machine.process(machine.launcher());
        process.environment().put(variable, "-Xshare:off");

        assertThat(Outcome.of(process).output()).doesNotContainPattern(KEPT);
    }

    @Test
    void theUsersOptionsMayStandOnSeveralLinesAndAreNoPatterns() throws Exception {
        machine.jdk("a", "25.0.3");
        ProcessBuilder process = machine.process(machine.launcher());
        process.environment().put("SIMULACRA_JAVA_OPTS", "-Xone  -Xtwo\n-Xthree *");

        assertThat(Outcome.of(process).output()).contains("-Xone\n-Xtwo\n-Xthree\n*\n-cp\n");
    }

    @Test
    void withoutMavenTheUserReadsThatItIsMissing() throws Exception {
        machine.jdk("a", "25.0.3");
        Files.delete(machine.programs().resolve("mvn"));

        assertThat(machine.launch().error()).startsWith("simulacra: mvn is not on the PATH");
    }

    @Test
    void wordsExitCodeAndErrorsPassThroughALink() throws Exception {
        machine.jdk("a", "25.0.3");
        Path link = Files.createSymbolicLink(folder.resolve("link"), machine.launcher());

        Outcome outcome = Outcome.of(machine.process(link, "train", "two words", "fail"));

        assertThat(outcome.output()).contains("-Xoption\n-Dother=1\n", ".Simulacra\ntrain\ntwo words\nfail\n");
        assertThat(outcome.error()).endsWith("minute) …\n"
                + "simulacra: the Java virtual machine says: from the virtual machine\nfrom the program\n");
        assertThat(outcome.code()).isEqualTo(7);
    }
}
