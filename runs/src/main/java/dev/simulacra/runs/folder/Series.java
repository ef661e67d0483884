package dev.simulacra.runs.folder;

import dev.simulacra.runs.Experiment;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Runs of one experiment that differ in their seeds alone: the content of `series.json`.
///
/// @param format     the version of the folder's format
/// @param experiment the experiment's name
/// @param version    the experiment's version
/// @param seeds      the seeds, in the order in which they are begun
/// @param steps      the whole length of each run
/// @param data       the fingerprint of the data files; empty where all data are drawn
/// @param program    the version of the program that began the series
/// @param settings   the experiment's record
public record Series(
        int format,
        String experiment,
        int version,
        List<Long> seeds,
        long steps,
        String data,
        String program,
        ObjectNode settings) {
    public Series {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty() || seeds.size() > Seeds.MOST || Set.copyOf(seeds).size() < seeds.size()) {
            throw new IllegalArgumentException("seeds are " + seeds.size() + " numbers; 1 to " + Seeds.MOST
                    + " different ones are required");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("steps is " + steps + "; a run has at least 1");
        }
    }

    /// Runs of `experiment` that have not begun.
    ///
    /// @param data the fingerprint of the data files; empty where all data are drawn
    public static Series of(HostProgram host, Experiment experiment, Seeds seeds, String data) {
        return new Series(RunRecord.FORMAT, experiment.name(), experiment.version(), seeds.numbers(),
                experiment.steps(), data, host.version(), host.settings(experiment));
    }

    /// The run of one seed, before it has begun: what `train --seed` would make of it.
    public RunRecord run(long seed) {
        return new RunRecord(format, experiment, version, seed, steps, data, program, settings, List.of());
    }

    @Override
    public String toString() {
        return experiment + ", seeds " + new Seeds(seeds) + ", " + steps + " steps each";
    }
}
