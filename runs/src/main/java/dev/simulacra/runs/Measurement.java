package dev.simulacra.runs;

import dev.simulacra.analysis.metrics.Direction;

/// One result, its baseline, and the direction in which it is better.
///
/// @param key       the name in files, as `wasserstein2`
/// @param name      the name on the screen
/// @param value     what was measured
/// @param yardstick the optimum, the ceiling or the sampling floor
/// @param meaning   what the yardstick is, as `sampling floor at 100,000 points`
/// @param direction the direction in which the value is better
public record Measurement(
        String key, String name, double value, double yardstick, String meaning, Direction direction) {
    /// A result whose yardstick is its optimum, as a loss at equilibrium: the nearer, the better.
    public Measurement(String key, String name, double value, double yardstick, String meaning) {
        this(key, name, value, yardstick, meaning, Direction.NEAR_BASELINE);
    }
}
