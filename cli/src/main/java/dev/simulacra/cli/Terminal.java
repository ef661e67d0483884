package dev.simulacra.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/// Where a command speaks.
///
/// @param bytes   the standard output for data, which reports what goes wrong
/// @param out     the same for text
/// @param err     for errors
/// @param columns the width of the terminal that `out` is; 0 where it is none
record Terminal(OutputStream bytes, PrintStream out, PrintStream err, int columns) {
    /// The screen of this process. The launcher says in the property `simulacra.columns` how wide the terminal is,
    /// because the JDK cannot tell.
    static Terminal ofProcess() {
        OutputStream bytes = new FileOutputStream(FileDescriptor.out);
        PrintStream text = new PrintStream(new EarlyClosedOutput(bytes), true, System.out.charset());
        return new Terminal(bytes, text, System.err,
                Integer.getInteger("simulacra.columns", 0));
    }

    boolean isTerminal() {
        return columns > 0;
    }
}
