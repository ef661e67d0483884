package dev.simulacra.tables.schema;

/// Checks of arguments, whose errors name the operation, what is wrong and what is required.
final class Requirement {
    private Requirement() {}

    static void holds(boolean condition, String operation, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(operation + ": " + problem);
        }
    }

    static void inRange(String operation, String name, int value, int from, int to) {
        holds(value >= from && value <= to, operation,
                name + " is " + value + "; a number from " + from + " to " + to + " is required");
    }
}
