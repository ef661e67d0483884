package dev.simulacra.cli;

import dev.simulacra.game.Report;

/// Who follows the training of a run.
interface Watcher extends AutoCloseable {
    /// The training is at the report's step.
    void show(Report report);

    /// The training has ended, for now.
    @Override
    void close();
}
