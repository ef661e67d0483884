package dev.simulacra.runs;

import dev.simulacra.game.Generator;
import java.io.IOException;

/// A named, versioned experiment: a record whose components are all that can be set about it.
///
/// An experiment, a seed and a number of steps determine a run to the bit. The version changes when the same record
/// would mean something else.
///
/// Anyone may implement it, as a record: its components are written into a run's folder as JSON, and read back from it.
public interface Experiment {
    /// The word by which the experiment is called, as `gaussian-2d`.
    String name();

    /// The version, from 1: it changes when a record with the same components would mean something else.
    int version();

    /// The title: one line that says what the experiment learns.
    String title();

    /// The source of model, game and data: a paper, or a program with its version.
    String source();

    /// The whole length of a run, and the horizon of its schedules.
    long steps();

    /// The number of steps from one report to the next.
    long reportEvery();

    /// The untrained generator for data of `columns` columns, with initial weights from `seed`.
    Generator generator(int columns, long seed);

    /// A run of this experiment at step 0.
    ///
    /// @throws IOException where data that the experiment reads are missing or malformed; the message is for the user
    TrainingRun begin(long seed, int threads) throws IOException;
}
