/// Optimization: learning rules, schedules of their settings, and averages of the weights.
///
/// Everything here is a pure function that builds tensors. Start with [dev.simulacra.optim.LearningRule].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.optim;

import org.jspecify.annotations.NullMarked;
