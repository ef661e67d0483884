package dev.simulacra.io;

import java.io.IOException;
import java.nio.file.Path;

/// The content of a file is not what its format requires; the message names the file, what is wrong and what is
/// required.
public final class MalformedFileException extends IOException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_PROBLEM = 500;

    /// The refusal to read `file` because of `problem`. The message has the first 500 characters of it: a problem may
    /// quote a name of any length from the file.
    public MalformedFileException(Path file, String problem) {
        super("read " + file + ": " + shortened(problem));
    }

    private static String shortened(String problem) {
        return problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM) + "…";
    }
}
