package dev.simulacra.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.simulacra.game.StepReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The reports of a run, `metrics.jsonl`: one a line. While it is open, no other process can work on the run.
///
/// All reading is done through the one channel: by the rules of POSIX a process loses its lock on a file when it closes
/// any other descriptor of it.
final class MetricsLog implements Closeable {
    private final Path file;
    private final FileChannel channel;

    private MetricsLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Opens the file, or makes it.
    ///
    /// @throws IOException where another process has it open
    static MetricsLog open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        MetricsLog metrics = new MetricsLog(file, channel);
        try {
            metrics.lock();
            return metrics;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void lock() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException _) {
            // Held by this very process: the same answer.
        }
        throw new IOException(file + ": another process is at work on this run");
    }

    /// Takes away what was written after `step`: lines that a killed process added behind its last checkpoint, the last
    /// of which may be incomplete.
    void cutAfter(long step) throws IOException {
        byte[] content = content();
        int end = 0;
        for (int i = 0, begin = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                Optional<StepReport> report = report(new String(content, begin, i - begin, UTF_8));
                if (report.isEmpty() || report.get().step() > step) {
                    break;
                }
                begin = i + 1;
                end = begin;
            }
        }
        channel.truncate(end);
        channel.position(end);
    }

    private static Optional<StepReport> report(String line) {
        try {
            return Optional.of(JsonFiles.LINE.readValue(line, StepReport.class));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private byte[] content() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        channel.position(0);
        while (content.hasRemaining() && channel.read(content) >= 0) {}
        return content.array();
    }

    /// The reports, in the order of their steps. A line that is no report, as the last one of a run that was killed, is
    /// passed over.
    List<StepReport> all() throws IOException {
        return new String(content(), UTF_8).lines().map(MetricsLog::report).flatMap(Optional::stream).toList();
    }

    /// The last report.
    StepReport last() throws IOException {
        List<String> lines = new String(content(), UTF_8).lines().toList();
        return lines.stream().skip(Math.max(0, lines.size() - 1)).findFirst().flatMap(MetricsLog::report)
                .orElseThrow(() -> new IOException(file + ": the last report is missing"));
    }

    void add(StepReport report) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((JsonFiles.LINE.writeValueAsString(report) + "\n").getBytes(UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw new IOException("write " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
