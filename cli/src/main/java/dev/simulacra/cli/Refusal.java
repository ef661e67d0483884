package dev.simulacra.cli;

/// Says that the words of the command line ask for something that cannot be done, and what could be.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }
}
