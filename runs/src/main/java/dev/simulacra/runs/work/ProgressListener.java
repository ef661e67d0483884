package dev.simulacra.runs.work;

import dev.simulacra.game.StepReport;

/// A follower of the training of a run.
public interface ProgressListener extends AutoCloseable {
    /// The training is at the report's step.
    void show(StepReport report);

    /// The training has ended, for now.
    @Override
    void close();
}
