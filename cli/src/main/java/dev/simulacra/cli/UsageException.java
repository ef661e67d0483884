package dev.simulacra.cli;

/// Says that the words of the command line ask for something that cannot be done, and what could be.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
