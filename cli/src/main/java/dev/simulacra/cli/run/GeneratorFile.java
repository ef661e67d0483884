package dev.simulacra.cli.run;

import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.game.Generator;
import dev.simulacra.io.MalformedFileException;
import dev.simulacra.io.Provenance;
import dev.simulacra.io.TrainedGenerator;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.runs.folder.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The model file in the folder of a run: its generator, with averaged weights.
public final class GeneratorFile {
    private GeneratorFile() {}

    /// Writes the generator of `run` as `trial` has trained it so far.
    static void write(Path file, RunRecord run, TrainingRun trial) throws IOException {
        Provenance provenance = new Provenance(run.experiment(), run.version(), run.seed(),
                trial.training().completed(), "simulacra " + run.program());
        new TrainedGenerator(trial.generator(), trial.columns(), provenance)
                .withWeights(trial.training()::average)
                .write(file);
    }

    /// Reads the generator of `run`.
    ///
    /// @throws MalformedFileException where the file holds no generator, or that of another run
    public static TrainedGenerator read(Path file, RunRecord run) throws IOException {
        TrainedGenerator model = TrainedGenerator.open(file);
        Provenance found = model.provenance();
        String made = name(found.experiment(), found.version(), found.seed());
        String expected = name(run.experiment(), run.version(), run.seed());
        if (!made.equals(expected)) {
            throw new MalformedFileException(file, "it holds the generator of " + made + "; the run is " + expected);
        }
        return model;
    }

    private static String name(String experiment, long version, long seed) {
        return experiment + ", version " + version + ", seed " + seed;
    }

    /// @throws UsageException where `generator` cannot be asked for `label`
    public static void requireLabel(int label, Generator generator) {
        int count = generator.labels();
        List<Integer> drawn = generator.drawnLabels();
        if (count == 0) {
            throw new UsageException("--label " + label + ": the run's data have no labels; leave it out");
        }
        if (label < 0 || label >= count) {
            throw new UsageException("--label " + label + ": the run's labels are 0 to " + (count - 1));
        }
        if (!drawn.contains(label)) {
            throw new UsageException("--label " + label + ": no row of the run's data has this label; there are rows of"
                    + " " + drawn.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }
}
