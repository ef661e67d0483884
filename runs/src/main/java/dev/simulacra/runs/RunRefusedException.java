package dev.simulacra.runs;

/// A run that cannot be begun or go on as it was asked for: the message says why, and what can be done instead.
public final class RunRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RunRefusedException(String message) {
        super(message);
    }
}
