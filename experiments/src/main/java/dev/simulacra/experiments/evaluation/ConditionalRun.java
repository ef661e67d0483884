package dev.simulacra.experiments.evaluation;

import dev.simulacra.runs.TrainingRun;

/// A trial whose players see labels, and whose data have a known density for each: each label is a game of its own.
public interface ConditionalRun extends TrainingRun {
    /// The game of one label, against the data that have it.
    ///
    /// @param label from 0
    KnownDensityRun ofLabel(int label);
}
