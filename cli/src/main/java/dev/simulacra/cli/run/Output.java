package dev.simulacra.cli.run;

import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.io.Npy;
import java.nio.file.Path;
import java.util.Locale;

/// The destination of `sample`, with its format.
public sealed interface Output {
    /// CSV on the standard output.
    record Printed() implements Output {}

    /// A CSV file.
    record Csv(Path file) implements Output {}

    /// A file in NumPy's format.
    record Npy(Path file) implements Output {}

    /// A picture in the format PNG.
    record Picture(Path file) implements Output {}

    /// The destination that the word after `--output` names.
    ///
    /// @throws UsageException where its ending is not that of a format
    static Output of(String word) {
        if (word.equals("-")) {
            return new Printed();
        }
        return switch (word.substring(word.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "csv" -> new Csv(Path.of(word));
            case "npy" -> new Npy(Path.of(word));
            case "png" -> new Picture(Path.of(word));
            default -> throw new UsageException("--output " + word
                    + ": the name must end in .csv, .npy or .png, or be -");
        };
    }
}
