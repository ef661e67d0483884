package dev.simulacra.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The folder of a series, in which each seed has the folder of its run.
record SeriesFolder(Path path) {
    /// Whether there is a series at `path`.
    static boolean isAt(Path path) {
        return Files.isRegularFile(new SeriesFolder(path).seriesFile());
    }

    private Path seriesFile() {
        return path.resolve("series.json");
    }

    Path seeds() {
        return path.resolve("seeds.json");
    }

    Path protocol() {
        return path.resolve("protocol.json");
    }

    RunFolder of(long seed) {
        return new RunFolder(path.resolve("seed-" + seed));
    }

    Series series() throws IOException {
        return JsonFiles.read(seriesFile(), Series.class);
    }

    void write(Series series) throws IOException {
        JsonFiles.write(seriesFile(), series);
    }

    void write(List<ObjectNode> rows) throws IOException {
        JsonFiles.write(seeds(), rows);
    }

    /// The words by which the series goes on.
    String resume() {
        return "./simulacra resume " + path;
    }

    /// Keeps other processes from working on the series until it is closed.
    ///
    /// @throws IOException where another process is at work on it
    FileChannel lock() throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve("series.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // Held by this very process: the same answer.
        }
        channel.close();
        throw new IOException(path + ": another process is at work on these seeds");
    }
}
