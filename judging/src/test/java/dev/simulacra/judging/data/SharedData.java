package dev.simulacra.judging.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of data files beside the checkout.
public final class SharedData {
    private static final Path FOLDER = Path.of("..", "..", "shared", "data");

    private SharedData() {}

    /// The file at this path in the folder; the test is skipped where it is absent.
    public static Path file(String path) {
        Path file = FOLDER.resolve(path);
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file.toAbsolutePath().normalize());
        return file;
    }
}
