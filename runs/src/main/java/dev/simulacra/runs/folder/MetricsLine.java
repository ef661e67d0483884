package dev.simulacra.runs.folder;

import dev.simulacra.game.StepReport;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// A report as one line of `metrics.jsonl`: a JSON object whose last member is the checksum of the object without it.
final class MetricsLine {
    private static final Pattern SIGNED = Pattern.compile("(\\{.*),\"checksum\":\"([0-9a-f]{8})\"\\}");

    private MetricsLine() {}

    static String of(StepReport report) {
        String object = JsonFiles.LINE.writeValueAsString(report);
        return object.substring(0, object.length() - 1) + ",\"checksum\":\"" + TextChecksum.of(object) + "\"}";
    }

    /// The report in `line`; empty where the line is damaged.
    static Optional<StepReport> report(String line) {
        Matcher signed = SIGNED.matcher(line);
        if (!signed.matches()) {
            return Optional.empty();
        }
        String object = signed.group(1) + "}";
        try {
            return TextChecksum.of(object).equals(signed.group(2))
                    ? Optional.of(JsonFiles.LINE.readValue(object, StepReport.class))
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
