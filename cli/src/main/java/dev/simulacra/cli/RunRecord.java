package dev.simulacra.cli;

import dev.simulacra.experiments.Experiment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// What a run is: the content of `run.json`.
///
/// @param experiment the experiment's name
/// @param version    the experiment's version
/// @param seed       the seed
/// @param steps      the whole length of the run; the horizon of its schedules is the experiment's own number of steps
/// @param data       the fingerprint of the data files; empty where all data are drawn
/// @param program    the version of the program that began the run
/// @param settings   the experiment's record
/// @param sittings   the times at which the run was worked on and ended in good order
record RunRecord(
        String experiment,
        int version,
        long seed,
        long steps,
        String data,
        String program,
        ObjectNode settings,
        List<WorkInterval> sittings) {
    /// Settings that say where files are. The same data at another place are the same run.
    private static final Set<String> PLACES = Set.of("csv", "data");

    RunRecord {
        sittings = List.copyOf(sittings);
    }

    /// A time at which a run was worked on.
    ///
    /// @param from    the steps completed before
    /// @param to      the steps completed after
    /// @param seconds the wall-clock time of it
    record WorkInterval(long from, long to, double seconds) {}

    static RunRecord of(Experiment experiment, long seed, String data) {
        return new RunRecord(experiment.name(), experiment.version(), seed, experiment.steps(), data,
                Simulacra.version(),
                Fields.json(experiment), List.of());
    }

    /// The experiment with this run's settings.
    ///
    /// @throws UsageException where this program has no such experiment in this version
    Experiment restored() {
        Experiment standard = Catalogue.named(experiment);
        if (standard.version() != version) {
            throw new UsageException("the run is of version " + version + " of " + experiment
                    + ", this program has version "
                    + standard.version() + "; train anew, or use the program that made it, " + program);
        }
        return Fields.experiment(standard, settings);
    }

    RunRecord withSteps(long length) {
        return new RunRecord(experiment, version, seed, length, data, program, settings, sittings);
    }

    RunRecord with(WorkInterval sitting) {
        List<WorkInterval> all = new ArrayList<>(sittings);
        all.add(sitting);
        return new RunRecord(experiment, version, seed, steps, data, program, settings, all);
    }

    /// The seconds of all sittings.
    double seconds() {
        return sittings.stream().mapToDouble(WorkInterval::seconds).sum();
    }

    /// What a checkpoint must agree with: two runs whose identities are equal have the same state after a step.
    SequencedMap<String, String> identity() {
        SequencedMap<String, String> identity = new LinkedHashMap<>();
        identity.put("name", experiment);
        identity.put("version", Integer.toString(version));
        identity.put("data", data);
        Map<String, String> all = Fields.of(restored());
        all.forEach((name, value) -> {
            if (!PLACES.contains(name)) {
                identity.put("settings." + name, value);
            }
        });
        return identity;
    }
}
