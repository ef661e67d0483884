package dev.simulacra.runs.folder;

import dev.simulacra.io.Checkpoint;
import dev.simulacra.runs.RunRefusedException;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// The folder of a run, and the names of the files in it.
public record RunFolder(Path path) {
    /// The folder of an existing run.
    ///
    /// @throws RunRefusedException where it is none
    /// @throws IOException         where something in it is neither a regular file nor a folder
    public static RunFolder open(Path path) throws IOException {
        RunFolder folder = new RunFolder(path);
        if (!Files.isDirectory(path)) {
            throw new RunRefusedException(path
                    + ": there is no such folder; the folder of a run is required, as train names it");
        }
        PlainFiles.require(path);
        if (SeriesFolder.isAt(path)) {
            throw new RunRefusedException(path
                    + ": this is the folder of several seeds, and each has a run's folder in it; name "
                    + "one of those");
        }
        if (!folder.isBegun()) {
            throw new RunRefusedException(path + ": this is no run's folder, it has no run.json");
        }
        return folder;
    }

    /// Keeps other processes from working on the run until it is closed.
    ///
    /// @throws IOException where another process is at work on it, or something in it is neither a regular file nor a
    ///     folder
    public FolderLock lock() throws IOException {
        PlainFiles.require(path);
        return FolderLock.take(path);
    }

    /// `run.json`: which run it is.
    public Path runFile() {
        return path.resolve("run.json");
    }

    /// `metrics.jsonl`: the reports, one a line.
    public Path metrics() {
        return path.resolve("metrics.jsonl");
    }

    /// `summary.json`: the results of a finished run.
    public Path summary() {
        return path.resolve("summary.json");
    }

    /// `checkpoint.safetensors`: everything that training needs to go on.
    public Path checkpoint() {
        return path.resolve("checkpoint.safetensors");
    }

    /// `generator.safetensors`: the generator for other programs.
    public Path generator() {
        return path.resolve("generator.safetensors");
    }

    /// `discriminator.safetensors`: the discriminator for other programs.
    public Path discriminator() {
        return path.resolve("discriminator.safetensors");
    }

    /// `samples.csv`: the first rows that the generator gives.
    public Path samples() {
        return path.resolve("samples.csv");
    }

    /// `equilibrium.json`: how far the run is from the equilibrium of its game.
    ///
    /// @param game which of the run's games, as a suffix
    public Path equilibrium(String game) {
        return path.resolve("equilibrium" + game + ".json");
    }

    /// `equilibrium.png`: the picture of D, D* and their distance.
    ///
    /// @param game which of the run's games, as a suffix
    public Path equilibriumPicture(String game) {
        return path.resolve("equilibrium" + game + ".png");
    }

    /// The content of `run.json`.
    ///
    /// @throws IOException where it is damaged, or of a format that this program does not read
    public RunRecord run() throws IOException {
        return RunRecord.read(runFile());
    }

    /// Writes `run.json`. With it the run has begun: without a checkpoint it is at step 0.
    public void write(RunRecord run) throws IOException {
        JsonFiles.writeChecked(runFile(), run);
    }

    /// Writes `summary.json`. With it the run is finished.
    public void write(Summary summary) throws IOException {
        JsonFiles.writeChecked(summary(), summary.json());
    }

    /// Whether there is a run in it that can go on.
    public boolean isBegun() {
        return Files.isRegularFile(runFile(), LinkOption.NOFOLLOW_LINKS);
    }

    /// Saves everything that the run needs to go on, and both players.
    public void save(RunRecord run, TrainingRun trial, HostProgram host) throws IOException {
        Checkpoint.write(checkpoint(), trial.training(), run.seed(), run.identity(host));
        host.writePlayers(this, run, trial);
    }

    /// Deletes what a killed process left half-written.
    public void sweep() throws IOException {
        NewFolder.sweep(path);
    }

    /// The words by which the run goes on.
    public String resume() {
        return "./simulacra resume " + path;
    }

    /// Whether the run has done all its steps and its results are written.
    public boolean isFinished() {
        return Files.exists(summary(), LinkOption.NOFOLLOW_LINKS);
    }
}
