package dev.simulacra.cli;

import dev.simulacra.experiments.Trial;
import dev.simulacra.game.Training;
import dev.simulacra.io.AtomicFile;
import dev.simulacra.io.Checkpoint;
import dev.simulacra.io.NetworkFile;
import dev.simulacra.nn.Layer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The folder of a run, and the names of the files in it.
record RunFolder(Path path) {
    private static final int SAMPLES = 1000;

    /// Makes the folder of a new run: `wanted`, which must be new or empty.
    ///
    /// @throws Refusal where there is something already
    static RunFolder create(Path wanted) throws IOException {
        requireFree(wanted);
        make(wanted);
        return new RunFolder(wanted);
    }

    static void requireFree(Path wanted) throws IOException {
        if (Files.exists(wanted) && !Files.isDirectory(wanted)) {
            throw new Refusal("--out " + wanted + ": this is a file; a new or empty folder is required");
        }
        if (Files.isDirectory(wanted) && !isEmpty(wanted)) {
            throw new Refusal("--out " + wanted + ": the folder is not empty; a new or empty one is required"
                    + (Files.exists(wanted.resolve("run.json"))
                            ? ", or go on with ./simulacra resume " + wanted
                            : ""));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    /// Makes the folder `wanted`, or `wanted-2`, `wanted-3` and so on where that exists. Two processes never get the
    /// same.
    static RunFolder createNext(Path wanted) throws IOException {
        Path parent = wanted.toAbsolutePath().getParent();
        if (parent != null) {
            make(parent);
        }
        for (int number = 1; ; number++) {
            Path candidate = number == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + number);
            try {
                return new RunFolder(Files.createDirectory(candidate));
            } catch (FileAlreadyExistsException _) {
                // The next number may be free.
            }
        }
    }

    private static void make(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("make the folder " + folder + ": " + Complaint.reason(e), e);
        }
    }

    /// The folder of an existing run.
    ///
    /// @throws Refusal where it is none
    static RunFolder open(Path path) {
        RunFolder folder = new RunFolder(path);
        if (!Files.isDirectory(path)) {
            throw new Refusal(path + ": there is no such folder; the folder of a run is required, as train names it");
        }
        if (!Files.isRegularFile(folder.runFile())) {
            throw new Refusal(path + ": this is no run's folder, it has no run.json");
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

    Run run() throws IOException {
        return read(runFile(), Run.class);
    }

    void write(Run run) throws IOException {
        write(runFile(), run);
    }

    void write(Summary summary) throws IOException {
        write(summary(), summary.json());
    }

    /// Saves everything that the run needs to go on, and both players.
    void save(Run run, Trial trial) throws IOException {
        Training training = trial.training();
        Map<String, String> identity = run.identity();
        Checkpoint.of(training, run.seed(), identity).write(checkpoint());
        Map<String, String> about = Map.of(
                "experiment", run.experiment(),
                "version", Integer.toString(run.version()),
                "seed", Long.toString(run.seed()),
                "step", Long.toString(training.completed()));
        GeneratorFile.write(generator(), training, trial.units(), about);
        Layer network = training.game().discriminator().network();
        NetworkFile.of(network, training::average, about).write(discriminator());
    }

    /// Writes the first rows that `sample` gives.
    void writeSamples(Run run) throws IOException {
        new SampleStream(GeneratorFile.read(generator(), run.restored(), run.seed()), run.seed(), SAMPLES)
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

    /// Whether the run has done all its steps and its results are written.
    boolean isFinished() {
        return Files.exists(summary());
    }

    /// Deletes what was written before the run began. The folder was new or empty.
    void empty() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void write(Path file, Object content) throws IOException {
        byte[] text = Json.DOCUMENT.writeValueAsBytes(content);
        AtomicFile.write(file, out -> {
            out.write(text);
            out.write('\n');
        });
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            JsonNode tree = Json.DOCUMENT.readTree(Files.readAllBytes(file));
            return Json.DOCUMENT.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw new IOException("read " + file + ": " + e.getOriginalMessage(), e);
        }
    }
}
