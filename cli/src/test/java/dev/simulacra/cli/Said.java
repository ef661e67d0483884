package dev.simulacra.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.settings.Catalogue;
import dev.simulacra.runs.Experiment;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/// What the program said to some words, in this process: its exit code and both streams.
public record Said(int code, String out, String err) {
    /// Runs the program where the output is no terminal.
    public static Said to(Object... words) {
        return onTerminal(0, words);
    }

    /// Runs the program where the output is a terminal of so many columns.
    public static Said onTerminal(int columns, Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return said(out, out, columns, words);
    }

    /// Runs the program with its data going to `bytes`.
    public static Said into(OutputStream bytes, Object... words) {
        return said(bytes, new ByteArrayOutputStream(), 0, words);
    }

    /// Runs the program with experiments of its caller.
    static Said with(List<Experiment> more, Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return said(new CliProgram(new Catalogue(more)), out, out, 0, words);
    }

    private static Said said(OutputStream bytes, ByteArrayOutputStream out, int columns, Object... words) {
        return said(new CliProgram(), bytes, out, columns, words);
    }

    private static Said said(CliProgram program, OutputStream bytes, ByteArrayOutputStream out, int columns,
            Object... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal screen = new Terminal(
                bytes, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), columns);
        int code = Simulacra.run(screen, program, Stream.of(words).map(Object::toString).toArray(String[]::new));
        return new Said(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
