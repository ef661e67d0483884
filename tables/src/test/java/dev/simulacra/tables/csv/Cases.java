package dev.simulacra.tables.csv;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of awkward files beside the project; tests that need it are skipped aloud without it.
final class Cases {
    private static final Path FOLDER = Path.of("..", "..", "shared", "cases");

    private Cases() {}

    static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), () -> "there is no " + file + " here");
        return file;
    }

    static TableFile read(String name) throws IOException {
        return TableFile.read(file(name));
    }
}
