package dev.simulacra.optim;

/// Checks of the settings of rules and schedules.
final class SettingChecks {
    private SettingChecks() {}

    static void fraction(String of, String name, double value) {
        require(value >= 0 && value < 1, of, name, value, "at least 0 and below 1");
    }

    static void positive(String of, String name, double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, of, name, value, "above 0 and finite");
    }

    static void notNegative(String of, String name, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, of, name, value, "at least 0 and finite");
    }

    static void finite(String of, String name, double value) {
        require(Double.isFinite(value), of, name, value, "finite");
    }

    static void ordered(String of, long first, long last) {
        if (!(0 <= first && first < last)) {
            throw new IllegalArgumentException(
                    of + ": steps " + first + " to " + last + " must satisfy 0 ≤ first < last");
        }
    }

    private static void require(boolean holds, String of, String name, double value, String required) {
        if (!holds) {
            throw new IllegalArgumentException(of + ": " + name + " is " + value + ", it must be " + required);
        }
    }
}
