/// Distances between real and synthetic tables, as pure functions of the two.
///
/// Start with [dev.simulacra.judging.metrics.ColumnShapes] and [dev.simulacra.judging.metrics.ColumnPairTrends].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.judging.metrics;

import org.jspecify.annotations.NullMarked;
