package dev.simulacra.runs.folder;

import dev.simulacra.io.MalformedFileException;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.RunRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/// The content of `run.json`: which run it is, and when it was worked on.
///
/// @param format     the version of the folder's format
/// @param experiment the experiment's name
/// @param version    the experiment's version
/// @param seed       the seed
/// @param steps      the whole length of the run; the horizon of its schedules is the experiment's own number of steps
/// @param data       the fingerprint of the data files; empty where all data are drawn
/// @param program    the version of the program that began the run
/// @param settings   the experiment's record
/// @param sittings   the times at which the run was worked on and ended in good order
public record RunRecord(
        int format,
        String experiment,
        int version,
        long seed,
        long steps,
        String data,
        String program,
        ObjectNode settings,
        List<WorkInterval> sittings) {
    /// The format that this program writes and reads. The first one had neither a format nor checksums.
    public static final int FORMAT = 2;

    public RunRecord {
        sittings = List.copyOf(sittings);
        if (steps < 1) {
            throw new IllegalArgumentException("steps is " + steps + "; a run has at least 1");
        }
    }

    /// A time at which a run was worked on.
    ///
    /// @param from    the steps completed before
    /// @param to      the steps completed after
    /// @param seconds the wall-clock time of it
    public record WorkInterval(long from, long to, double seconds) {}

    /// A run of `experiment` that has not begun.
    ///
    /// @param data the fingerprint of the data files; empty where all data are drawn
    public static RunRecord of(HostProgram host, Experiment experiment, long seed, String data) {
        return new RunRecord(FORMAT, experiment.name(), experiment.version(), seed, experiment.steps(), data,
                host.version(), host.settings(experiment), List.of());
    }

    static RunRecord read(Path file) throws IOException {
        ObjectNode document = JsonFiles.readChecked(file);
        requireFormat(file, document);
        return JsonFiles.converted(file, document, RunRecord.class);
    }

    /// @throws MalformedFileException where `document`, which was read from `file`, is of another format
    static void requireFormat(Path file, ObjectNode document) throws MalformedFileException {
        String format = document.path("format").asString("none");
        if (!format.equals(Integer.toString(FORMAT))) {
            String program = document.path("program").asString("");
            throw new MalformedFileException(file, "its format is " + format + ", this program reads format " + FORMAT
                    + "; train anew, or use the program that made it" + (program.isEmpty() ? "" : ", " + program));
        }
    }

    /// The experiment with this run's settings.
    ///
    /// @throws RunRefusedException where this program has no such experiment in this version
    public Experiment restored(HostProgram host) {
        Experiment standard = host.experiment(experiment);
        if (standard.version() != version) {
            throw new RunRefusedException("the run is of version " + version + " of " + experiment
                    + ", this program has version "
                    + standard.version() + "; train anew, or use the program that made it, " + program);
        }
        return host.withSettings(standard, settings);
    }

    /// This run with another length.
    public RunRecord withSteps(long length) {
        return new RunRecord(format, experiment, version, seed, length, data, program, settings, sittings);
    }

    /// This run after one more time of work.
    public RunRecord with(WorkInterval sitting) {
        List<WorkInterval> all = new ArrayList<>(sittings);
        all.add(sitting);
        return new RunRecord(format, experiment, version, seed, steps, data, program, settings, all);
    }

    /// The seconds of all sittings.
    public double seconds() {
        return sittings.stream().mapToDouble(WorkInterval::seconds).sum();
    }

    /// What a checkpoint must agree with: two runs whose identities are equal have the same state after a step. The
    /// same data at another place are the same run.
    SequencedMap<String, String> identity(HostProgram host) {
        SequencedMap<String, String> identity = new LinkedHashMap<>();
        identity.put("name", experiment);
        identity.put("version", Integer.toString(version));
        identity.put("data", data);
        host.texts(restored(host)).forEach((name, value) -> {
            if (!DataPlaces.NAMES.contains(name)) {
                identity.put("settings." + name, value);
            }
        });
        return identity;
    }
}
