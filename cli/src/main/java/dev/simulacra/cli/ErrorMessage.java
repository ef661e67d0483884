package dev.simulacra.cli;

import dev.simulacra.game.DivergedException;
import dev.simulacra.runs.RunRefusedException;
import dev.simulacra.runs.folder.PlainFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.util.Objects;

/// What the user reads when something went wrong, and the exit code that goes with it.
///
/// @param text one line; only what shows a difference has more
/// @param code 2 where other words on the command line would help, 1 otherwise
record ErrorMessage(String text, int code) {
    static final int FAILED = 1;
    static final int REFUSED = 2;

    static ErrorMessage about(Throwable problem) {
        return switch (problem) {
            case UsageException refusal -> new ErrorMessage(message(refusal), REFUSED);
            case RunRefusedException refusal -> new ErrorMessage(message(refusal), REFUSED);
            case IllegalArgumentException argument -> new ErrorMessage(oneLine(message(argument)), REFUSED);
            case DivergedException diverged -> new ErrorMessage(oneLine(message(diverged)), FAILED);
            case IOException io -> new ErrorMessage(oneLine(about(io)), FAILED);
            case OutOfMemoryError _ -> new ErrorMessage("there is not enough memory; take smaller networks or "
                    + "minibatches, or allow more with SIMULACRA_JAVA_OPTS=-Xmx… in front of the command", FAILED);
            default -> new ErrorMessage(oneLine("a defect of the program: " + problem
                    + "; with SIMULACRA_DEBUG=1 in front of the command it shows where"), FAILED);
        };
    }

    /// Prints where `problem` arose, for whoever has asked for it with `SIMULACRA_DEBUG=1`.
    static void trace(Throwable problem, PrintStream err) {
        if ("1".equals(System.getenv("SIMULACRA_DEBUG"))) {
            problem.printStackTrace(err);
        }
    }

    /// The JDK's own message for many problems with files is only the file's name.
    private static String about(IOException e) {
        return e instanceof FileSystemException problem ? problem.getFile() + ": " + PlainFiles.reason(e) : message(e);
    }

    private static String message(Throwable problem) {
        return Objects.requireNonNullElse(problem.getMessage(), problem.toString());
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
