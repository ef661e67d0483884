package dev.simulacra.cli;

import java.nio.file.Path;
import java.util.Locale;

/// Where `sample` writes, and in which format.
sealed interface Output {
    /// CSV on the standard output.
    record Printed() implements Output {}

    record Csv(Path file) implements Output {}

    record Npy(Path file) implements Output {}

    /// A picture in the format PNG.
    record Picture(Path file) implements Output {}

    /// What the word after `--output` means.
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
