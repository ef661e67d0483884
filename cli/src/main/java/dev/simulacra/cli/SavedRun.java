package dev.simulacra.cli;

import dev.simulacra.experiments.TrainingRun;
import dev.simulacra.io.Checkpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A run as it lies in its folder: what it is, and where it has got to. Both are known to agree.
record SavedRun(RunFolder folder, RunRecord run, Checkpoint checkpoint) {
    /// @throws UsageException that shows every difference, where the checkpoint is of another run than `run.json` says
    static SavedRun in(RunFolder folder) throws IOException {
        RunRecord run = folder.run();
        Checkpoint checkpoint = Checkpoint.read(folder.checkpoint());
        requireSame(folder, "the checkpoint", checkpoint.experiment(), checkpoint.seed(), run);
        return new SavedRun(folder, run, checkpoint);
    }

    /// The run's trial, at the step of the checkpoint.
    ///
    /// @throws UsageException where the data files are others than those that the run began with
    TrainingRun trial(int threads) throws IOException {
        TrainingRun trial = begin(folder, run, threads);
        checkpoint.restore(trial.training(), folder.checkpoint());
        return trial;
    }

    /// The trial of the run in `folder`, at step 0.
    ///
    /// @throws UsageException where the data files are others than those that the run began with
    static TrainingRun begin(RunFolder folder, RunRecord run, int threads) throws IOException {
        TrainingRun trial = run.restored().begin(run.seed(), threads);
        Map<String, String> now = new TreeMap<>(run.identity());
        now.put("data", trial.fingerprint());
        requireSame(folder, "what is there now", now, run.seed(), run);
        return trial;
    }

    private static void requireSame(RunFolder folder, String other, Map<String, String> found, long seed,
            RunRecord run) {
        Map<String, String> expected = new TreeMap<>(run.identity());
        expected.put("seed", Long.toString(run.seed()));
        Map<String, String> actual = new TreeMap<>(found);
        actual.put("seed", Long.toString(seed));
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
            throw new UsageException(folder.path() + ": " + other + " is not of this run:"
                    + String.join("", differences));
        }
    }
}
