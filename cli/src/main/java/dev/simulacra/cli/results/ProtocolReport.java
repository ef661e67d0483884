package dev.simulacra.cli.results;

import dev.simulacra.cli.screen.Styles;
import dev.simulacra.cli.settings.Fields;
import dev.simulacra.experiments.benchmark.Protocol;
import dev.simulacra.runs.Measurement;
import dev.simulacra.runs.folder.Series;
import dev.simulacra.runs.folder.Summary;
import dev.simulacra.runs.work.RunStatus;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The report of a protocol on the seeds of a game: a row a seed, their mean with its standard error, what is possible
/// and what others have published; then the means of all else that was measured.
///
/// @param game  the name of the game
/// @param fates what has become of each seed
public record ProtocolReport(Protocol protocol, String game, Series series, SequencedMap<Long, RunStatus> fates) {
    private static final List<String> PUBLISHED = List.of("modes", "highQuality", "reverseKl");

    /// The mean of a measurement over the finished seeds, and its standard error; NaN where there is but one.
    private record Mean(double value, double standardError) {
        /// A number by itself, or none.
        static Mean alone(double value) {
            return new Mean(value, Double.NaN);
        }

        static Mean of(double... values) {
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
            return new Mean(mean, Math.sqrt(squares / (values.length - 1) / values.length));
        }
    }

    private List<ObjectNode> finished() {
        List<ObjectNode> finished = new ArrayList<>();
        fates.values().forEach(fate -> {
            if (fate instanceof RunStatus.Finished(var summary)) {
                finished.add(summary);
            }
        });
        return finished;
    }

    /// The content of `protocol.json`.
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("protocol", protocol.name()).put("version", protocol.version()).put("source", protocol.source());
        json.put("rules", protocol.rules()).put("game", game).put("program", series.program());
        json.set("settings", series.settings());
        fates.forEach((seed, fate) -> json.withArray("/rows").add(row(seed, fate)));
        List<ObjectNode> finished = finished();
        if (!finished.isEmpty()) {
            means(finished).forEach((key, mean) -> {
                json.withObject("/mean").put(key, mean.value);
                if (Double.isFinite(mean.standardError)) {
                    json.withObject("/standardError").put(key, mean.standardError);
                }
            });
            json.set("yardsticks", finished.getFirst().path("yardsticks"));
            json.put("verdict", Verdict.of(averaged(finished)).sentence());
        }
        protocol.published().forEach(each -> json.withArray("/published").add(Fields.json(each)));
        return json;
    }

    private static ObjectNode row(long seed, RunStatus fate) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("seed", seed).put("state", fate.state());
        fate.trouble().ifPresent(problem -> row.put("problem", problem));
        if (fate instanceof RunStatus.Finished(var summary)) {
            Summary.measurements(summary).forEach(each -> row.put(each.key(), each.value()));
            row.put("steps", summary.path("steps").asLong()).put("seconds", summary.path("seconds").asDouble());
        }
        return row;
    }

    private static SequencedMap<String, Mean> means(List<ObjectNode> finished) {
        SequencedMap<String, Mean> means = new LinkedHashMap<>();
        for (Measurement measurement : Summary.measurements(finished.getFirst())) {
            ToDoubleFunction<ObjectNode> value = summary -> summary.path(measurement.key()).asDouble(Double.NaN);
            means.put(measurement.key(), Mean.of(finished.stream().mapToDouble(value).toArray()));
        }
        return means;
    }

    /// Prints the published rows above those of the seeds.
    public void show(PrintStream out) {
        out.printf("%n%s, version %d: %s%n%s%n%n", protocol.name(), protocol.version(), protocol.rules(),
                protocol.source());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "modes ↑", "high quality, % ↑", "reverse KL ↓", ""));
        protocol.published().forEach(each ->
                rows.add(List.of(each.method(), each.modes(), each.highQuality(), each.reverseKl(), each.source())));
        fates.forEach((seed, fate) -> rows.add(shown(seed, fate)));
        List<ObjectNode> finished = finished();
        if (finished.isEmpty()) {
            Table.align(rows, out);
            return;
        }
        Map<String, Mean> means = means(finished);
        List<Mean> columns = PUBLISHED.stream()
                .map(key -> means.getOrDefault(key, Mean.alone(Double.NaN)))
                .toList();
        rows.add(cells(game + ", mean of " + count(finished.size()), columns, "± standard error"));
        ObjectNode yardsticks = finished.getFirst().withObject("/yardsticks");
        rows.add(cells("possible", PUBLISHED.stream()
                .map(key -> Mean.alone(yardsticks.path(key).path("value").asDouble(Double.NaN)))
                .toList(), "reverse KL: of a perfect generator, in the mean"));
        Table.align(rows, out);
        out.println();
        showRest(Summary.measurements(finished.getFirst()), means, out);
        out.println();
        out.println("The verdict is on the means.");
        Table.conclude(averaged(finished), out, Styles.PLAIN);
    }

    /// The measurements with their means for values.
    private static List<Measurement> averaged(List<ObjectNode> finished) {
        Map<String, Mean> means = means(finished);
        return Summary.measurements(finished.getFirst()).stream()
                .map(each -> new Measurement(each.key(), each.name(),
                        means.getOrDefault(each.key(), Mean.alone(Double.NaN)).value, each.yardstick(), each.meaning()))
                .toList();
    }

    private String count(int finished) {
        return finished == fates.size() ? Integer.toString(finished) : finished + " of " + fates.size();
    }

    /// Prints the means of what the rules do not ask.
    private static void showRest(List<Measurement> measurements, Map<String, Mean> means, PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("what these rules do not ask", "mean", "± standard error", "yardstick", "", ""));
        for (Measurement each : measurements) {
            Mean mean = means.getOrDefault(each.key(), Mean.alone(Double.NaN));
            if (!PUBLISHED.contains(each.key())) {
                rows.add(List.of(each.name(), Table.number(mean.value), Table.number(mean.standardError),
                        Table.number(each.yardstick()), Criterion.of(each).sign(), each.meaning()));
            }
        }
        Table.align(rows, out);
    }

    private List<String> shown(long seed, RunStatus fate) {
        String name = game + ", seed " + seed;
        if (!(fate instanceof RunStatus.Finished(var summary))) {
            return List.of(name, "", "", "", fate.state() + " after step " + fate.step());
        }
        return cells(name, PUBLISHED.stream()
                .map(key -> Mean.alone(summary.path(key).asDouble(Double.NaN)))
                .toList(), "");
    }

    private static List<String> cells(String name, List<Mean> columns, String remark) {
        return List.of(name, cell("%.0f", "%.1f", columns.get(0), 1), cell("%.1f", "%.1f", columns.get(1), 100),
                cell("%.4f", "%.4f", columns.get(2), 1), remark);
    }

    private static String cell(String alone, String withError, Mean mean, double scale) {
        return Double.isNaN(mean.standardError)
                ? String.format(Locale.ROOT, alone, mean.value * scale)
                : String.format(Locale.ROOT, withError + " ± " + withError, mean.value * scale,
                        mean.standardError * scale);
    }
}
