/// The work on runs: training with checkpoints and reports, interruption, and the status of each seed.
///
/// Start with [dev.simulacra.runs.work.RunLoop].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.runs.work;

import org.jspecify.annotations.NullMarked;
