package dev.simulacra.runs.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.simulacra.game.StepReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;

/// The reports of a run while it is under work, `metrics.jsonl`: one a line, as [MetricsLine] has it.
public final class MetricsLog implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final Object key;

    private MetricsLog(Path file, FileChannel channel, Object key) {
        this.file = file;
        this.channel = channel;
        this.key = key;
    }

    /// Opens the file, or makes it. Only who holds the folder's lock may do so.
    public static MetricsLog open(Path file) throws IOException {
        PlainFiles.requirePlain(file);
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        return new MetricsLog(file, channel, key(attributes(file), file));
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static Object key(BasicFileAttributes attributes, Path file) {
        return Objects.requireNonNullElse(attributes.fileKey(), file);
    }

    /// All reports in `file`, in the order of their steps; none where there is no such file.
    ///
    /// @throws IOException that names the first line which is damaged
    public static List<StepReport> read(Path file) throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        MetricsContent content = MetricsContent.upTo(Long.MAX_VALUE, file);
        content.requireUndamaged();
        return content.reports();
    }

    /// Takes away what was written after `step`: lines that a killed process added behind its last checkpoint, the last
    /// of which may be incomplete.
    ///
    /// @param every the number of steps from one report to the next
    /// @throws IOException where a report up to `step` is missing or damaged
    public void cutAfter(long step, long every) throws IOException {
        MetricsContent content = MetricsContent.upTo(step, file);
        content.requireEach(every, step);
        channel.truncate(content.end());
        channel.position(content.end());
    }

    /// The last report.
    public StepReport last() throws IOException {
        List<StepReport> reports = read(file);
        if (reports.isEmpty()) {
            throw new IOException(file + ": the last report is missing");
        }
        return reports.getLast();
    }

    /// Appends a report.
    ///
    /// @throws IOException also where the file was removed or changed since it was opened
    public void add(StepReport report) throws IOException {
        requireUnchanged();
        ByteBuffer line = ByteBuffer.wrap((MetricsLine.of(report) + "\n").getBytes(UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw new IOException("write " + file + ": " + e.getMessage(), e);
        }
    }

    private void requireUnchanged() throws IOException {
        try {
            BasicFileAttributes now = attributes(file);
            if (key(now, file).equals(key) && now.size() == channel.position()) {
                return;
            }
        } catch (NoSuchFileException _) {
            // Removed: the same answer.
        }
        throw new IOException("write " + file + ": the file was removed or changed while the run is under work, so its "
                + "reports would be lost; the run needs them to go on");
    }

    /// Forces all reports to the disk, so that a checkpoint never has more steps than they.
    public void sync() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
