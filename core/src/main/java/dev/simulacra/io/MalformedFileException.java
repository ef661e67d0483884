package dev.simulacra.io;

import java.io.IOException;
import java.nio.file.Path;

/// The content of a file is not what its format requires; the message names the file, what is wrong and what is
/// required.
public final class MalformedFileException extends IOException {
    private static final long serialVersionUID = 1;

    public MalformedFileException(Path file, String problem) {
        super("read " + file + ": " + problem);
    }
}
