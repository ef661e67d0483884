package dev.simulacra.cli;

import dev.simulacra.runs.work.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A machine for the launcher: a folder with a project, a PATH, and JDKs whose programs are scripts.
///
/// @param root the folder that holds everything, itself without symbolic links
/// @param javaHome what `JAVA_HOME` is there; empty where it is not set
record InventedMachine(Path root, String javaHome) {
    private static final List<String> TOOLS = List.of("bash", "basename", "cat", "cksum", "cp", "dirname", "env",
            "find", "ln", "mkdir", "mv", "readlink", "rm", "sed", "sh", "sleep", "sort", "stty", "tr");

    /// A machine with a project, Maven and the ordinary tools, but no Java.
    InventedMachine(Path root) throws IOException {
        this(root, "");
        Files.createDirectories(launcher().getParent());
        Files.createDirectories(programs());
        Files.copy(Path.of("..", "simulacra"), launcher());
        Files.setPosixFilePermissions(launcher(), PosixFilePermissions.fromString("rwxr-xr-x"));
        source("A", "class A {}");
        Files.writeString(launcher().resolveSibling("pom.xml"), "<project/>");
        Files.writeString(launcher().resolveSibling("cli").resolve("pom.xml"), "<project/>");
        for (String tool : TOOLS) {
            program(tool, "exec \"" + onPath(tool) + "\" \"$@\"");
        }
        program("mvn", """
                echo "built with $JAVA_HOME" >> "%s"
                sleep 0.2
                mkdir -p cli/target/app && : > cli/target/app/simulacra.jar
                """.formatted(root.resolve("builds")));
    }

    InventedMachine withJavaHome(Path home) {
        return new InventedMachine(root, home.toString());
    }

    Path launcher() {
        return root.resolve("a clone of it", "simulacra");
    }

    /// The only folder on the PATH.
    Path programs() {
        return root.resolve("programs");
    }

    /// Makes a JDK: its java prints its folder and its words, and speaks on both error streams. Asked to keep what it
    /// learns, it writes a file and is done; beside a file called `forgetful` it fails.
    Path jdk(String name, String version) throws IOException {
        Path home = runtime(name, version);
        script(home.resolve("bin/javac"), "exit 1");
        return home;
    }

    Path runtime(String name, String version) throws IOException {
        Path home = root.resolve("all jdks", name).normalize();
        script(home.resolve("bin/java"), """
                for word in "$@"; do
                    case $word in -XX:AOTCacheOutput=*)
                        echo something > "${word#*=}"
                        [ ! -e "$(dirname "$0")/forgetful" ] || exit 1
                        exit 0;;
                    esac
                done
                echo "java of $(cd "$(dirname "$0")/.." && pwd -P)"
                printf '%s\\n' "$@"
                echo "WARNING: Using incubator modules: jdk.incubator.vector" >&2
                echo "from the virtual machine" >&2
                sleep 0.1
                echo "from the program" >&3
                for last in "$@"; do :; done
                [ "$last" != fail ] || exit 7
                """);
        Files.writeString(home.resolve("release"), "OS_NAME=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /// The folder of the builds, with their lock.
    Path target() {
        return launcher().resolveSibling("target/app");
    }

    Path source(String name, String text) throws IOException {
        Path file = launcher().resolveSibling("cli").resolve("src/main/java", name + ".java");
        Files.createDirectories(file.resolve("..").normalize());
        return Files.writeString(file, text);
    }

    void program(String name, String script) throws IOException {
        script(programs().resolve(name), script);
    }

    /// One line for each time that Maven was called.
    List<String> builds() throws IOException {
        Path record = root.resolve("builds");
        return Files.exists(record) ? Files.readAllLines(record) : List.of();
    }

    Outcome launch(String... words) throws Exception {
        return Outcome.of(process(launcher(), words));
    }

    ProcessBuilder process(Path launcher, String... words) {
        var command = Stream.concat(Stream.of(launcher.toString()), Stream.of(words)).toList();
        var builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", programs().toString());
        builder.environment().put("HOME", root.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().put("SIMULACRA_JDKS", root.resolve("all jdks") + "/*");
        builder.environment().put("SIMULACRA_JAVA_OPTS", "-Xoption -Dother=1");
        return builder;
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onPath(String tool) {
        return installed(tool).orElseThrow();
    }

    /// The program `tool` of the machine that runs the tests.
    static Optional<Path> installed(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// What a process gave: its exit code and both streams, each complete.
    record Outcome(int code, String output, String error) {
        static Outcome of(ProcessBuilder builder) throws Exception {
            Process process = builder.start();
            var error = new StringBuilder();
            Thread reader = Thread.ofVirtual().start(() -> error.append(text(process.errorReader())));
            String output = text(process.inputReader());
            reader.join();
            return new Outcome(process.waitFor(), output, error.toString());
        }

        private static String text(BufferedReader reader) {
            return reader.lines().map(line -> line + "\n").collect(Collectors.joining());
        }
    }
}
