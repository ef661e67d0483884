package dev.simulacra.runs.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.simulacra.game.StepReport;
import dev.simulacra.io.MalformedFileException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The first lines of a metrics log, up to a step, a damaged line or the end.
///
/// @param file    the log
/// @param reports in the order of their steps
/// @param end     the number of bytes of their lines
/// @param damage  what is wrong with the line after them; empty where nothing is
record MetricsContent(Path file, List<StepReport> reports, long end, String damage) {
    /// A report has about 200 bytes.
    private static final int LONGEST_LINE = 4096;

    MetricsContent {
        reports = List.copyOf(reports);
    }

    /// The reports up to `step`.
    static MetricsContent upTo(long step, Path file) throws IOException {
        List<StepReport> reports = new ArrayList<>();
        long end = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            while (true) {
                String line = line(in);
                if (line.isEmpty()) {
                    return new MetricsContent(file, reports, end, "");
                }
                Optional<StepReport> report = line.endsWith("\n")
                        ? MetricsLine.report(line.substring(0, line.length() - 1)) : Optional.empty();
                if (report.isEmpty() || !reports.isEmpty() && report.get().step() <= reports.getLast().step()) {
                    return new MetricsContent(file, reports, end, "line " + (reports.size() + 1) + " is damaged");
                }
                if (report.get().step() > step) {
                    return new MetricsContent(file, reports, end, "");
                }
                reports.add(report.get());
                end += line.getBytes(UTF_8).length;
            }
        }
    }

    /// The next line with its end, or as much of it as a line can have; empty at the end of the file.
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && line.size() < LONGEST_LINE; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                break;
            }
        }
        return line.toString(UTF_8);
    }

    /// @throws MalformedFileException where a line is damaged
    void requireUndamaged() throws MalformedFileException {
        if (!damage.isEmpty()) {
            throw new MalformedFileException(file, damage + "; restore the file, or train anew in another folder");
        }
    }

    /// @throws MalformedFileException where a report that is due, one after every `every` steps up to the step that was
    ///     asked for, is missing or damaged
    void requireEach(long every, long step) throws MalformedFileException {
        long due = every;
        for (StepReport report : reports) {
            if (report.step() > due) {
                break;
            }
            due += report.step() == due ? every : 0;
        }
        if (due <= step) {
            requireUndamaged();
            throw new MalformedFileException(file, "the report of step " + due + " is missing, and the checkpoint is "
                    + "after step " + step + "; restore the file, or train anew in another folder");
        }
    }
}
