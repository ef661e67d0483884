package dev.simulacra.judging;

import dev.simulacra.analysis.metrics.Direction;

/// One number of a report.
///
/// @param name      the name by which thresholds address it, as `trend-error`
/// @param value     NaN where it is not defined
/// @param direction the direction in which the number is better
public record NamedScore(String name, double value, Direction direction) {}
