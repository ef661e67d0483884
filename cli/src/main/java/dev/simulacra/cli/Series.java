package dev.simulacra.cli;

import dev.simulacra.experiments.Experiment;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Runs of one experiment that differ in their seeds alone: the content of `series.json`.
///
/// @param experiment the experiment's name
/// @param version    the experiment's version
/// @param seeds      the seeds, in the order in which they are begun
/// @param steps      the whole length of each run
/// @param data       the fingerprint of the data files; empty where all data are drawn
/// @param program    the version of the program that began the series
/// @param settings   the experiment's record
record Series(
        String experiment,
        int version,
        List<Long> seeds,
        long steps,
        String data,
        String program,
        ObjectNode settings) {
    Series {
        seeds = List.copyOf(seeds);
    }

    static Series of(Experiment experiment, Seeds seeds, String data) {
        return new Series(experiment.name(), experiment.version(), seeds.numbers(), experiment.steps(), data,
                Simulacra.version(), Fields.json(experiment));
    }

    /// The run of one seed, before it has begun: what `train --seed` would make of it.
    RunRecord run(long seed) {
        return new RunRecord(experiment, version, seed, steps, data, program, settings, List.of());
    }

    @Override
    public String toString() {
        return experiment + ", seeds " + new Seeds(seeds) + ", " + steps + " steps each";
    }
}
