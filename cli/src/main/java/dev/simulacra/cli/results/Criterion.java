package dev.simulacra.cli.results;

import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.runs.Measurement;
import java.util.Locale;

/// The criterion by which a measured value is compared with its yardstick: the direction in which it is better.
enum Criterion {
    /// Distances, divergences and errors.
    LOWER("↓"),
    /// Counts and shares of what is wanted.
    HIGHER("↑"),
    /// Values that are right at their yardstick and wrong on either side of it.
    NEAR("≈");

    private final String sign;

    Criterion(String sign) {
        this.sign = sign;
    }

    /// The criterion of a measurement, by its direction.
    static Criterion of(Measurement measurement) {
        return of(measurement.direction());
    }

    static Criterion of(Direction direction) {
        return switch (direction) {
            case LOWER -> LOWER;
            case HIGHER -> HIGHER;
            case NEAR_BASELINE -> NEAR;
        };
    }

    /// One character for a table.
    String sign() {
        return sign;
    }

    /// Whether `value` is at least as good as `yardstick` by this criterion; it may be worse by up to `tolerance`.
    boolean reaches(double value, double yardstick, double tolerance) {
        return switch (this) {
            case LOWER -> value <= yardstick + tolerance;
            case HIGHER -> value >= yardstick - tolerance;
            case NEAR -> Math.abs(value - yardstick) <= tolerance;
        };
    }

    /// The sentence that explains the signs.
    static String caption() {
        return "↓ lower is better, ↑ higher is better, ≈ nearer to the yardstick is better.";
    }

    /// The word, as `lower`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
