package dev.simulacra.runs.folder;

import dev.simulacra.io.Checkpoint;
import dev.simulacra.io.MalformedFileException;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.RunRefusedException;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A run as it lies in its folder: what it is, and where it has got to. Both are known to agree.
///
/// @param step the number of steps completed; 0 also where there is no checkpoint yet
public record SavedRun(RunFolder folder, RunRecord run, long step, HostProgram host) {
    /// The run in `folder`.
    ///
    /// @throws RunRefusedException that shows every difference, where the checkpoint is of another run than `run.json`
    ///     says
    /// @throws IOException         where a file is missing or damaged
    public static SavedRun in(RunFolder folder, HostProgram host) throws IOException {
        RunRecord run = folder.run();
        if (Files.notExists(folder.checkpoint())) {
            requireNoReports(folder);
            return new SavedRun(folder, run, 0, host);
        }
        Checkpoint checkpoint = Checkpoint.read(folder.checkpoint());
        Map<String, String> found = new TreeMap<>(checkpoint.experiment());
        found.put("seed", Long.toString(checkpoint.seed()));
        Map<String, String> expected = identity(run, host);
        if (!found.equals(expected) || checkpoint.step() > run.steps()) {
            checkpoint.requireUndamaged();
        }
        requireSame(folder, "the checkpoint", found, expected);
        if (checkpoint.step() > run.steps()) {
            throw new MalformedFileException(folder.checkpoint(), "its step is " + checkpoint.step()
                    + "; the run in run.json ends at step " + run.steps());
        }
        return new SavedRun(folder, run, checkpoint.step(), host);
    }

    private static void requireNoReports(RunFolder folder) throws IOException {
        if (Files.exists(folder.metrics()) && Files.size(folder.metrics()) > 0) {
            throw new IOException("read " + folder.checkpoint() + ": there is no such file, and metrics.jsonl says "
                    + "that the run has gone on; restore the checkpoint, or train anew in another folder");
        }
    }

    /// The run's trial, at the step of the checkpoint.
    ///
    /// @throws RunRefusedException where the data files are others than those that the run began with
    public TrainingRun trial(int threads) throws IOException {
        TrainingRun trial = untrained(threads);
        if (Files.exists(folder.checkpoint())) {
            Checkpoint.read(folder.checkpoint()).restore(trial.training());
        }
        return trial;
    }

    /// The run's trial, at step 0.
    ///
    /// @throws RunRefusedException where the data files are others than those that the run began with, or came from a
    ///     pipe
    public TrainingRun untrained(int threads) throws IOException {
        return begin(folder, run, host, threads);
    }

    /// The trial of the run in `folder`, at step 0.
    ///
    /// @throws RunRefusedException where the data files are others than those that the run began with, or came from a
    ///     pipe
    public static TrainingRun begin(RunFolder folder, RunRecord run, HostProgram host, int threads)
            throws IOException {
        Experiment experiment = run.restored(host);
        DataPlaces.requireReadableAgain(host.texts(experiment));
        TrainingRun trial = experiment.begin(run.seed(), threads);
        Map<String, String> now = identity(run, host);
        now.put("data", trial.fingerprint());
        requireSame(folder, "what is there now", now, identity(run, host));
        return trial;
    }

    /// Requires that this is the run `wanted`, apart from its length.
    ///
    /// @throws RunRefusedException that shows every difference
    public void require(RunRecord wanted) {
        requireSame(folder, "the series", identity(wanted, host), identity(run, host));
    }

    private static Map<String, String> identity(RunRecord run, HostProgram host) {
        Map<String, String> identity = new TreeMap<>(run.identity(host));
        identity.put("seed", Long.toString(run.seed()));
        return identity;
    }

    private static void requireSame(
            RunFolder folder, String other, Map<String, String> actual, Map<String, String> expected) {
        Set<String> names = new LinkedHashSet<>(expected.keySet());
        names.addAll(actual.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String here = expected.getOrDefault(name, "nothing");
            String there = actual.getOrDefault(name, "nothing");
            if (!here.equals(there)) {
                differences.add("\n  " + name + ": " + here + " in run.json, " + there + " in " + other);
            }
        }
        if (!differences.isEmpty()) {
            throw new RunRefusedException(folder.path() + ": " + other + " is not of this run:"
                    + String.join("", differences));
        }
    }
}
