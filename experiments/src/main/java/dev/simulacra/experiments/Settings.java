package dev.simulacra.experiments;

/// What the settings of an experiment must satisfy, said in one sentence.
final class Settings {
    private Settings() {}

    static void atLeast(String experiment, String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    experiment + ": " + name + " is " + value + ", it must be at least " + least);
        }
    }

    static void positive(String experiment, String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    experiment + ": " + name + " is " + value + ", it must be above 0 and finite");
        }
    }

    static void notNegative(String experiment, String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    experiment + ": " + name + " is " + value + ", it must be at least 0 and finite");
        }
    }

    static void fraction(String experiment, String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    experiment + ": " + name + " is " + value + ", it must be at least 0 and below 1");
        }
    }

    static void share(String experiment, String name, double value) {
        require(value >= 0 && value <= 1,
                experiment + ": " + name + " is " + value + ", it must be at least 0 and at most 1");
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
