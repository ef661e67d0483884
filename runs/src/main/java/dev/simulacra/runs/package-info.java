/// Runs: what an experiment is, and what a training of it is judged by.
///
/// Start with [dev.simulacra.runs.Experiment]. `runs.folder` keeps a run on the disk, `runs.work` trains it.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.runs;

import org.jspecify.annotations.NullMarked;
