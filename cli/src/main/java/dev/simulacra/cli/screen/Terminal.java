package dev.simulacra.cli.screen;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// The streams that a command writes to, and what their terminal can show.
///
/// @param bytes       the standard output for data, which reports what goes wrong
/// @param out         the same for text
/// @param err         for errors
/// @param columns     the width of the terminal that `out` is, at the start; 0 where it is none
/// @param window      opens a way to ask for its present width
/// @param movesCursor whether a line can be drawn again in place
/// @param styles      the styles of `out`
/// @param errorStyles the styles of `err`
public record Terminal(OutputStream bytes, PrintStream out, PrintStream err, int columns, Supplier<IntSupplier> window,
        boolean movesCursor, Styles styles, Styles errorStyles) {
    /// Streams without colours, with a terminal of fixed width behind `out`; 0 where there is none.
    public Terminal(OutputStream bytes, PrintStream out, PrintStream err, int columns) {
        this(bytes, out, err, columns, () -> () -> columns, columns > 0, Styles.PLAIN, Styles.PLAIN);
    }

    /// The streams of this process. The launcher says in the property `simulacra.columns` how wide the terminal is, and
    /// in `simulacra.stderr.terminal` whether errors go to one, because the JDK cannot tell the streams apart.
    public static Terminal ofProcess() {
        OutputStream bytes = new FileOutputStream(FileDescriptor.out);
        PrintStream text = new PrintStream(new EarlyClosedOutput(bytes), true, System.out.charset());
        int columns = Integer.getInteger("simulacra.columns", 0);
        Map<String, String> environment = System.getenv();
        boolean movesCursor = columns > 0 && !Styles.isDumb(environment);
        return new Terminal(bytes, text, System.err, columns, () -> WindowWidth.open(columns), movesCursor,
                Styles.of(columns > 0, environment),
                Styles.of(Boolean.getBoolean("simulacra.stderr.terminal"), environment));
    }

    public boolean isTerminal() {
        return columns > 0;
    }
}
