package dev.simulacra.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/// What the program said to some words, in this process: its exit code and both streams.
record Said(int code, String out, String err) {
    /// Runs the program as where the output is no terminal.
    static Said to(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return to(out, 0, words);
    }

    static Said to(ByteArrayOutputStream out, int columns, Object... words) {
        return to(out, new PrintStream(out, true, UTF_8), columns, words).with(out);
    }

    /// Runs the program with `bytes` for its data.
    static Said to(OutputStream bytes, PrintStream out, int columns, Object... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen screen = new Screen(bytes, out, new PrintStream(err, true, UTF_8), columns);
        String[] texts = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            texts[i] = words[i].toString();
        }
        return new Said(Simulacra.run(screen, texts), "", err.toString(UTF_8));
    }

    private Said with(ByteArrayOutputStream text) {
        return new Said(code, text.toString(UTF_8), err);
    }
}
