package dev.simulacra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher among invented JDKs, with an invented Maven and an invented project, in a path with spaces.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String OLD = "21.0.9";
    private static final String ALMOST = "25.0.2";
    private static final String ENOUGH = "25.0.3";

    @TempDir
    Path temporary;

    Path project;
    Path jdks;
    Path bin;

    @BeforeEach
    void project() throws IOException {
        project = Files.createDirectories(temporary.resolve("a clone of it"));
        jdks = Files.createDirectories(temporary.resolve("all jdks"));
        bin = Files.createDirectories(temporary.resolve("bin"));
        Files.copy(Path.of("..", "simulacra"), project.resolve("simulacra"));
        executable(project.resolve("simulacra"));
        write(project.resolve("pom.xml"), "<project/>");
        write(project.resolve("cli/pom.xml"), "<project/>");
        write(project.resolve("cli/src/main/java/A.java"), "class A {}");
        for (String tool : List.of("bash", "basename", "cat", "cksum", "cp", "dirname", "env", "find", "ln", "mkdir",
                "mv", "readlink", "rm", "sed", "sh", "sleep", "sort", "tr")) {
            Files.createSymbolicLink(bin.resolve(tool), onPath(tool));
        }
        program(bin.resolve("mvn"), """
                echo "built with $JAVA_HOME" >> "%s"
                sleep 0.2
                mkdir -p cli/target/app && : > cli/target/app/simulacra.jar
                """.formatted(builds()));
    }

    @Test
    void theOneJdkThatWillDoIsFoundAmongOthers() throws Exception {
        jdk("b-21", OLD);
        jdk("c-25.0.2", ALMOST);
        Path right = jdk("d-25.0.3", ENOUGH);
        runtime("e-25.0.4", "25.0.4");

        Outcome outcome = launch("--help");

        assertThat(outcome.output()).startsWith("java of " + right.toRealPath());
        assertThat(Files.readString(builds())).isEqualTo("built with " + right.toRealPath() + "\n");
    }

    @Test
    void theNewestUpdateOfTheOldestFeatureReleaseIsTaken() throws Exception {
        jdk("a", ENOUGH);
        Path newest = jdk("b", "25.0.10");
        jdk("c", "26.0.1");

        assertThat(launch().output()).startsWith("java of " + newest.toRealPath());
    }

    @Test
    void javaHomeComesFirstWhereItWillDo() throws Exception {
        jdk("a", ENOUGH);
        Path preferred = write(temporary.resolve("my own/release"), "JAVA_VERSION=\"26\"\n").getParent();
        fill(preferred, true);

        assertThat(launch(preferred).output()).startsWith("java of " + preferred.toRealPath());
        assertThat(launch(jdk("old", OLD)).output()).startsWith("java of " + jdks.resolve("a").toRealPath());
    }

    @Test
    void aJavaOnThePathIsFoundBehindItsLink() throws Exception {
        Path linked = fill(write(temporary.resolve("elsewhere/release"), "JAVA_VERSION=\"25.0.3\"\n").getParent(), true);
        Files.createSymbolicLink(bin.resolve("java"), linked.resolve("bin/java"));

        assertThat(launch().output()).startsWith("java of " + linked.toRealPath());
    }

    @Test
    void withoutAJdkTheUserReadsWhatToInstallAndWhatWasFound() throws Exception {
        jdk("x", OLD);
        jdk("y", ALMOST);
        runtime("z", ENOUGH);

        Outcome outcome = launch();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.error())
                .contains("a JDK 25.0.3 or newer is needed", "Temurin", jdks + "/*")
                .contains("21.0.9 in " + jdks.resolve("x").toRealPath() + ", too old")
                .contains("25.0.2 in " + jdks.resolve("y").toRealPath() + ", too old")
                .contains("25.0.3 in " + jdks.resolve("z").toRealPath() + ", a runtime without javac");
        assertThat(builds()).doesNotExist();
    }

    @Test
    void theProgramIsBuiltOnceAndAgainWhenASourceIsChangedAddedOrRemoved() throws Exception {
        jdk("a", ENOUGH);
        Path source = project.resolve("cli/src/main/java/A.java");

        assertThat(launch().error()).isEqualTo("simulacra: building (first use, about a minute) …\n");
        assertThat(launch().error()).isEmpty();
        write(source, "class A { int a; }");
        assertThat(launch().error()).isEqualTo("simulacra: building (the sources changed, about a minute) …\n");
        Path added = write(project.resolve("cli/src/main/java/B.java"), "class B {}");
        launch();
        assertThat(Files.readAllLines(builds())).hasSize(3);
        Files.delete(added);
        launch();
        Files.delete(source);
        launch();
        assertThat(Files.readAllLines(builds())).hasSize(4);
    }

    @Test
    void twoFirstStartsAtOnceBuildOnce() throws Exception {
        jdk("a", ENOUGH);

        Process one = process(project.resolve("simulacra"), Path.of("")).start();
        Process two = process(project.resolve("simulacra"), Path.of("")).start();

        assertThat(one.waitFor()).isZero();
        assertThat(two.waitFor()).isZero();
        assertThat(Files.readAllLines(builds())).hasSize(1);
    }

    @Test
    void theLockOfABuildThatDiedIsTakenOver() throws Exception {
        jdk("a", ENOUGH);
        Process gone = new ProcessBuilder("sh", "-c", "exit 0").start();
        gone.waitFor();
        Files.createDirectories(project.resolve("target/app"));
        Files.createSymbolicLink(project.resolve("target/app/lock"), Path.of(Long.toString(gone.pid())));

        assertThat(launch().code()).isZero();
    }

    @Test
    void aFailedBuildShowsItsOutputAndLeavesNothingBehind() throws Exception {
        jdk("a", ENOUGH);
        program(bin.resolve("mvn"), "echo A.java: not a statement; exit 1");

        assertThat(launch().error()).contains("A.java: not a statement", "the build failed");
        assertThat(launch().code()).isEqualTo(1);
    }

    @Test
    void withoutMavenTheUserReadsThatItIsMissing() throws Exception {
        jdk("a", ENOUGH);
        Files.delete(bin.resolve("mvn"));

        assertThat(launch().error()).startsWith("simulacra: mvn is not on the PATH");
    }

    @Test
    void theProgramIsReachedThroughALinkWithItsWordsExitCodeAndErrors() throws Exception {
        jdk("a", ENOUGH);
        Path link = Files.createSymbolicLink(temporary.resolve("link"), project.resolve("simulacra"));

        Outcome outcome = Outcome.of(process(link, Path.of(""), "train", "two words", "fail"));

        assertThat(outcome.output()).contains("dev.simulacra.cli.Simulacra\ntrain\ntwo words\nfail\n", "-Xoption\n");
        assertThat(outcome.error()).endsWith("minute) …\nfrom the virtual machine\n").doesNotContain("incubator");
        assertThat(outcome.code()).isEqualTo(7);
    }

    private Outcome launch(String... words) throws Exception {
        return Outcome.of(process(project.resolve("simulacra"), Path.of(""), words));
    }

    private Outcome launch(Path javaHome) throws Exception {
        return Outcome.of(process(project.resolve("simulacra"), javaHome));
    }

    private ProcessBuilder process(Path launcher, Path javaHome, String... words) {
        var command = Stream.concat(Stream.of(launcher.toString()), Stream.of(words)).toList();
        var builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", temporary.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("SIMULACRA_JDKS", jdks + "/*");
        builder.environment().put("SIMULACRA_JAVA_OPTS", "-Xoption -Dother=1");
        return builder;
    }

    private Path builds() {
        return temporary.resolve("builds.txt");
    }

    private Path jdk(String name, String version) {
        return fill(write(jdks.resolve(name).resolve("release"), "OS=\"x\"\nJAVA_VERSION=\"" + version + "\"\n")
                .getParent(), true);
    }

    private Path runtime(String name, String version) {
        return fill(write(jdks.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n").getParent(),
                false);
    }

    /// Puts invented programs in a JDK: its java prints its folder and its words, and what a java says on its own.
    private static Path fill(Path home, boolean withCompiler) {
        program(home.resolve("bin/java"), """
                echo "java of $(cd "$(dirname "$0")/.." && pwd -P)"
                printf '%s\\n' "$@"
                echo "WARNING: Using incubator modules: jdk.incubator.vector" >&2
                echo "from the virtual machine" >&2
                for last in "$@"; do :; done
                [ "$last" != fail ] || exit 7
                """);
        if (withCompiler) {
            program(home.resolve("bin/javac"), "exit 1");
        }
        return home;
    }

    private static void program(Path file, String script) {
        executable(write(file, "#!/bin/sh\n" + script));
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void executable(Path file) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private record Outcome(int code, String output, String error) {
        /// What a process gave that is started and waited for; its error stream goes through a file, so that reading
        /// one stream cannot block the other, and is complete once the filter behind it has closed.
        static Outcome of(ProcessBuilder builder) throws Exception {
            Process process = builder.start();
            var error = new StringBuilder();
            Thread reader = Thread.ofVirtual().start(() -> error.append(text(process.errorReader())));
            String output = text(process.inputReader());
            reader.join();
            return new Outcome(process.waitFor(), output, error.toString());
        }

        private static String text(java.io.BufferedReader reader) {
            return reader.lines().map(line -> line + "\n").reduce("", String::concat);
        }
    }
}
