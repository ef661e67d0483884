package dev.simulacra.cli;

import dev.simulacra.experiments.TrainingRun;
import dev.simulacra.game.Training;
import dev.simulacra.io.Checkpoint;
import dev.simulacra.io.NetworkFile;
import dev.simulacra.nn.Layer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The folder of a run, and the names of the files in it.
record RunFolder(Path path) {
    private static final int SAMPLES = 1000;

    /// The folder of an existing run.
    ///
    /// @throws UsageException where it is none
    static RunFolder open(Path path) {
        RunFolder folder = new RunFolder(path);
        if (!Files.isDirectory(path)) {
            throw new UsageException(path
                    + ": there is no such folder; the folder of a run is required, as train names it");
        }
        if (SeriesFolder.isAt(path)) {
            throw new UsageException(path
                    + ": this is the folder of several seeds, and each has a run's folder in it; name "
                    + "one of those");
        }
        if (!folder.isBegun()) {
            throw new UsageException(path + ": this is no run's folder, it has no run.json");
        }
        return folder;
    }

    Path runFile() {
        return path.resolve("run.json");
    }

    Path metrics() {
        return path.resolve("metrics.jsonl");
    }

    Path summary() {
        return path.resolve("summary.json");
    }

    Path checkpoint() {
        return path.resolve("checkpoint.safetensors");
    }

    Path generator() {
        return path.resolve("generator.safetensors");
    }

    Path discriminator() {
        return path.resolve("discriminator.safetensors");
    }

    Path samples() {
        return path.resolve("samples.csv");
    }

    /// @param game which of the run's games, as a suffix
    Path equilibrium(String game) {
        return path.resolve("equilibrium" + game + ".json");
    }

    /// @param game which of the run's games, as a suffix
    Path equilibriumPicture(String game) {
        return path.resolve("equilibrium" + game + ".png");
    }

    RunRecord run() throws IOException {
        return JsonFiles.read(runFile(), RunRecord.class);
    }

    void write(RunRecord run) throws IOException {
        JsonFiles.write(runFile(), run);
    }

    void write(Summary summary) throws IOException {
        JsonFiles.write(summary(), summary.json());
    }

    /// Whether there is a run in it that can go on.
    boolean isBegun() {
        return Files.isRegularFile(runFile());
    }

    /// Writes the first files of a run, at step 0. With the last of them the run is there.
    void begin(RunRecord run, TrainingRun trial) throws IOException {
        save(run, trial);
        write(run);
    }

    /// Saves everything that the run needs to go on, and both players.
    void save(RunRecord run, TrainingRun trial) throws IOException {
        Training training = trial.training();
        Map<String, String> identity = run.identity();
        Checkpoint.of(training, run.seed(), identity).write(checkpoint());
        Map<String, String> about = Map.of(
                "experiment", run.experiment(),
                "version", Integer.toString(run.version()),
                "seed", Long.toString(run.seed()),
                "step", Long.toString(training.completed()));
        GeneratorFile.write(generator(), run, trial);
        Layer network = training.game().discriminator().network();
        NetworkFile.of(network, training::average, about).write(discriminator());
    }

    /// Writes the first rows that `sample` gives.
    void writeSamples(RunRecord run) throws IOException {
        new SampleStream(GeneratorFile.read(generator(), run), run.seed(), SAMPLES)
                .writeCsv(samples());
    }

    /// Deletes what a killed process left half-written.
    void sweep() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(path, "*.part")) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    /// The words by which the run goes on.
    String resume() {
        return "./simulacra resume " + path;
    }

    /// Whether the run has done all its steps and its results are written.
    boolean isFinished() {
        return Files.exists(summary());
    }
}
