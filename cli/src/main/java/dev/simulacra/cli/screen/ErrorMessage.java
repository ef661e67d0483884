package dev.simulacra.cli.screen;

import dev.simulacra.game.DivergedException;
import dev.simulacra.runs.RunRefusedException;
import dev.simulacra.runs.folder.PlainFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/// A message for the user about a failure, and the exit code that goes with it.
///
/// @param text one line; only what shows a difference has more
/// @param code 2 where other words on the command line would help, 1 otherwise
public record ErrorMessage(String text, int code) {
    public static final int FAILED = 1;
    static final int REFUSED = 2;

    private static final int MOST_LINES = 20;
    /// Enough for the longest path that Linux allows.
    private static final int MOST_LETTERS = 5000;
    private static final int LAST_LETTERS = 300;

    public static ErrorMessage about(Throwable problem) {
        return switch (problem) {
            case UsageException refusal -> new ErrorMessage(lines(message(refusal)), REFUSED);
            case RunRefusedException refusal -> new ErrorMessage(lines(message(refusal)), REFUSED);
            case InvalidPathException path -> new ErrorMessage(oneLine(pathProblem(path)), REFUSED);
            case IllegalArgumentException argument -> new ErrorMessage(oneLine(message(argument)), REFUSED);
            case DivergedException diverged -> new ErrorMessage(oneLine(message(diverged)), FAILED);
            case IOException io -> new ErrorMessage(oneLine(about(io)), FAILED);
            case UncheckedIOException io -> about((Throwable) Objects.requireNonNull(io.getCause()));
            case OutOfMemoryError _ -> new ErrorMessage("there is not enough memory; take smaller networks or "
                    + "minibatches, or allow more with SIMULACRA_JAVA_OPTS=-Xmx… in front of the command", FAILED);
            default -> new ErrorMessage(oneLine("a defect of the program: " + problem
                    + "; with SIMULACRA_DEBUG=1 in front of the command it shows where"), FAILED);
        };
    }

    /// Prints where `problem` arose, for whoever has asked for it with `SIMULACRA_DEBUG=1`.
    public static void trace(Throwable problem, PrintStream err) {
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

    /// Why a text names no file.
    public static String pathProblem(InvalidPathException e) {
        return e.getInput() + ": " + (e.getReason().startsWith("Malformed input")
                ? "the character set of the locale, " + System.getProperty("sun.jnu.encoding") + ", has not all of "
                        + "these letters; put LC_ALL=C.UTF-8 in front of the command"
                : e.getReason());
    }

    /// A message in which each difference has a line of its own, indented by two blanks.
    private static String lines(String text) {
        String[] lines = text.split("\n(?=  )");
        String shown = Arrays.stream(lines).limit(MOST_LINES).map(ErrorMessage::oneLine)
                .collect(Collectors.joining("\n  "));
        return lines.length > MOST_LINES ? shown + "\n  and " + (lines.length - MOST_LINES) + " more" : shown;
    }

    /// Text from outside as it may reach a terminal or a table: one line without control or invisible formatting
    /// characters, which could move the cursor or turn the direction of writing, and of no more than some hundreds of
    /// characters. Where letters are left out in the middle, their number stands there.
    public static String oneLine(String text) {
        int left = text.length() - MOST_LETTERS;
        String brief = left <= 0
                ? text
                : text.substring(0, MOST_LETTERS - LAST_LETTERS) + " … (" + left + " letters are left out) … "
                        + text.substring(text.length() - LAST_LETTERS);
        StringBuilder shown = new StringBuilder();
        brief.strip().replaceAll("\\s*\\R\\s*|\t", " ").codePoints().forEach(letter -> append(letter, shown));
        return shown.toString();
    }

    private static void append(int letter, StringBuilder shown) {
        switch (Character.getType(letter)) {
            case Character.FORMAT, Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    shown.append("\\u{").append(Integer.toHexString(letter)).append('}');
            default -> shown.appendCodePoint(letter);
        }
    }
}
