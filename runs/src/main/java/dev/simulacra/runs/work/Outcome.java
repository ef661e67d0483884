package dev.simulacra.runs.work;

import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.folder.RunRecord;
import java.nio.file.Path;
import java.util.List;

/// The end of the work on a run. All of it is on the disk.
public sealed interface Outcome {
    /// All steps are done and the results written.
    ///
    /// @param run      with all its sittings
    /// @param pictures the files that were drawn, the most telling first
    record Finished(RunRecord run, Evaluation evaluation, List<Path> pictures) implements Outcome {}

    /// The run can go on from `step`.
    record Stopped(long step) implements Outcome {}

    /// The run cannot go on: what comes after `step` is not finite.
    ///
    /// @param problem what the training said of it
    record Diverged(long step, String problem) implements Outcome {}
}
