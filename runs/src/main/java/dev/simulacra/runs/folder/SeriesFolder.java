package dev.simulacra.runs.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The folder of a series, in which each seed has the folder of its run.
public record SeriesFolder(Path path) {
    /// Whether there is a series at `path`.
    public static boolean isAt(Path path) {
        return Files.isRegularFile(new SeriesFolder(path).seriesFile(), LinkOption.NOFOLLOW_LINKS);
    }

    Path seriesFile() {
        return path.resolve("series.json");
    }

    /// `seeds.json`: the status of each seed.
    public Path seeds() {
        return path.resolve("seeds.json");
    }

    /// `protocol.json`: the report of a protocol.
    public Path protocol() {
        return path.resolve("protocol.json");
    }

    /// The folder of the run of one seed.
    public RunFolder of(long seed) {
        return new RunFolder(path.resolve("seed-" + seed));
    }

    /// The content of `series.json`.
    ///
    /// @throws IOException where it is damaged, or of a format that this program does not read
    public Series series() throws IOException {
        ObjectNode document = JsonFiles.readChecked(seriesFile());
        RunRecord.requireFormat(seriesFile(), document);
        return JsonFiles.converted(seriesFile(), document, Series.class);
    }

    /// Writes `series.json`. With it the series has begun.
    public void write(Series series) throws IOException {
        JsonFiles.writeChecked(seriesFile(), series);
    }

    /// Writes `seeds.json`, a row a seed.
    public void write(List<ObjectNode> rows) throws IOException {
        JsonFiles.write(seeds(), rows);
    }

    /// The words by which the series goes on.
    public String resume() {
        return "./simulacra resume " + path;
    }

    /// Keeps other processes from working on the series until it is closed.
    ///
    /// @throws IOException where another process is at work on it, or something in it is neither a regular file nor a
    ///     folder
    public FolderLock lock() throws IOException {
        PlainFiles.require(path);
        return FolderLock.take(path);
    }
}
