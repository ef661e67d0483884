package dev.simulacra.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A run that the launcher makes once after a build, for the virtual machine to remember: the commands that people
/// give, on a short training, without a screen.
///
/// A virtual machine that watches can store the classes as it has loaded and linked them, and how the methods were
/// used; later starts begin from there. Only what happens here is remembered.
final class WarmUp {
    /// Enough for every kernel of the default experiment to be compiled.
    private static final String STEPS = "500";

    private WarmUp() {}

    public static void main(String[] words) throws IOException {
        Path folder = Files.createTempDirectory("simulacra-rehearsal");
        try {
            rehearse(folder);
        } finally {
            delete(folder);
        }
    }

    static void rehearse(Path folder) {
        String run = folder.resolve("run").toString();
        for (List<String> words : List.of(
                List.of("--help"),
                List.of("--version"),
                List.of("experiments"),
                List.of("train", "--help"),
                List.of("train", "--steps", STEPS, "--until", "400", "--out", run),
                List.of("resume", run),
                List.of("evaluate", run),
                List.of("sample", run, "--count", "10"))) {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
            Terminal screen = new Terminal(OutputStream.nullOutputStream(), nowhere, nowhere, 80);
            int code = Simulacra.run(screen, new CliProgram(), words.toArray(String[]::new));
            if (code != 0) {
                throw new IllegalStateException("rehearsal: " + String.join(" ", words) + " ended with code " + code);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
