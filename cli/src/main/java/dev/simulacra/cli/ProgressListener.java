package dev.simulacra.cli;

import dev.simulacra.game.StepReport;

/// Who follows the training of a run.
interface ProgressListener extends AutoCloseable {
    /// The training is at the report's step.
    void show(StepReport report);

    /// The training has ended, for now.
    @Override
    void close();
}
