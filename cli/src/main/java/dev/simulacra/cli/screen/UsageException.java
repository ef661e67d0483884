package dev.simulacra.cli.screen;

/// Says that the words of the command line ask for something that cannot be done, and what could be.
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
