package dev.simulacra.cli.screen;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/// The standard error stream that the user sees.
///
/// The virtual machine announces on file descriptor 2 that it uses the incubating Vector API, before any code of ours
/// runs, and has no switch against it. So the launcher gives it a filtered descriptor 2, keeps the user's own as
/// another descriptor, and names that one in the system property `simulacra.stderr`.
public final class ErrorStream {
    private ErrorStream() {
    }

    /// Makes `System.err` write to the user's own error stream, unfiltered, where a launcher has named one.
    ///
    /// The descriptor itself is used, not `/dev/fd/…`: opening that anew would give a regular file a second position,
    /// and under `> log 2>&1` the two streams would overwrite each other.
    public static void restore() {
        Integer number = Integer.getInteger("simulacra.stderr");
        if (number == null) {
            return;
        }
        try {
            var descriptor = FileDescriptor.class.getDeclaredConstructor(int.class);
            descriptor.setAccessible(true);
            var stream = new FileOutputStream(descriptor.newInstance(number));
            System.setErr(new PrintStream(stream, true, System.err.charset()));
        } catch (ReflectiveOperationException | RuntimeException _) {
            // The filtered stream still shows everything that the program prints.
        }
    }
}
