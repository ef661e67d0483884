package dev.simulacra.runs.folder;

import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.RunRefusedException;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/// The program that works on runs: the experiments that it knows, and the files that it writes beside those which a run
/// needs to go on.
public interface HostProgram {
    /// The program's version, which is noted in the folder of a run.
    String version();

    /// The experiment of that name with its documented settings.
    ///
    /// @throws RunRefusedException or another exception for the user, where there is none
    Experiment experiment(String name);

    /// The settings of `experiment` as JSON.
    ObjectNode settings(Experiment experiment);

    /// The settings of `experiment` as texts under their names, in the order of its record.
    SequencedMap<String, String> texts(Experiment experiment);

    /// `experiment` with other settings.
    ///
    /// @throws RunRefusedException or another exception for the user, where `settings` are not exactly its settings, or
    ///     it refuses a value
    Experiment withSettings(Experiment experiment, ObjectNode settings);

    /// Writes both players of `trial` as files for other programs into `folder`.
    void writePlayers(RunFolder folder, RunRecord run, TrainingRun trial) throws IOException;

    /// Writes the first rows that the generator in `folder` gives.
    void writeSamples(RunFolder folder, RunRecord run) throws IOException;
}
