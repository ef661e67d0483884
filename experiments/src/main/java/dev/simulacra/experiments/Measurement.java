package dev.simulacra.experiments;

/// One result and what it is to be held against.
///
/// @param key       the name in files, as `wasserstein2`
/// @param name      the name on the screen
/// @param value     what was measured
/// @param yardstick the optimum, the ceiling or the sampling floor
/// @param meaning   what the yardstick is, as `sampling floor at 100,000 points`
public record Measurement(String key, String name, double value, double yardstick, String meaning) {}
