package dev.simulacra.runs.folder;

import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.game.StepReport;
import dev.simulacra.io.MalformedFileException;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The results of a finished run: the content of `summary.json`. What is measured stands in place of what the last
/// minibatches said.
public record Summary(RunRecord run, StepReport last, Evaluation evaluation) {
    private static final String YARDSTICKS = "yardsticks";
    private static final Set<String> DIRECTIONS =
            Arrays.stream(Direction.values()).map(Direction::name).collect(Collectors.toUnmodifiableSet());
    private static final List<String> LAST = List.of("seconds", "generatorLoss", "discriminatorLoss", "value");

    /// The content of `summary.json`, without its checksum.
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("experiment", run.experiment());
        json.put("seed", run.seed());
        json.put("steps", run.steps());
        json.put("seconds", run.seconds());
        json.put("generatorLoss", last.generatorLoss());
        json.put("discriminatorLoss", last.discriminatorLoss());
        json.put("value", last.value());
        evaluation.measurements().forEach(measurement -> json.put(measurement.key(), measurement.value()));
        ObjectNode yardsticks = json.putObject(YARDSTICKS);
        evaluation.measurements().forEach(measurement -> yardsticks.putObject(measurement.key())
                .put("name", measurement.name())
                .put("value", measurement.yardstick())
                .put("meaning", measurement.meaning())
                .put("direction", measurement.direction().name()));
        return json;
    }

    /// The results of the finished run in `folder`.
    ///
    /// @throws IOException where they are damaged, or a member is missing, unknown or of another type
    public static ObjectNode read(RunFolder folder) throws IOException {
        ObjectNode summary = JsonFiles.readChecked(folder.summary());
        String problem = problem(summary);
        if (!problem.isEmpty()) {
            throw new MalformedFileException(folder.summary(), problem);
        }
        return summary;
    }

    /// What is wrong with `summary`; empty where nothing is.
    private static String problem(ObjectNode summary) {
        if (!summary.path("experiment").isString() || !isWhole(summary.path("seed"))
                || !isWhole(summary.path("steps")) || !summary.path("yardsticks").isObject()) {
            return "experiment, seed, steps and yardsticks are required: a text, two whole numbers and an object";
        }
        Set<String> names = new LinkedHashSet<>(LAST);
        names.addAll(summary.path(YARDSTICKS).propertyNames());
        for (String name : names) {
            if (!isNumber(summary.path(name))) {
                return name + " must be a number";
            }
        }
        for (Map.Entry<String, JsonNode> yardstick : summary.path(YARDSTICKS).properties()) {
            JsonNode its = yardstick.getValue();
            if (!its.path("name").isString() || !isNumber(its.path("value")) || !its.path("meaning").isString()
                    || !DIRECTIONS.contains(its.path("direction").asString(""))) {
                return "the yardstick " + yardstick.getKey() + " must have name, value, meaning and direction";
            }
        }
        names.addAll(List.of("experiment", "seed", "steps", YARDSTICKS));
        return summary.propertyNames().stream().filter(name -> !names.contains(name)).findFirst()
                .map(name -> name + " is unknown").orElse("");
    }

    private static boolean isWhole(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong();
    }

    /// A number that is not finite is written as a text.
    private static boolean isNumber(JsonNode node) {
        return node.isNumber()
                || node.isString() && Set.of("NaN", "Infinity", "-Infinity").contains(node.stringValue());
    }

    /// The measurements of a summary, in the order in which they were shown.
    public static List<Measurement> measurements(ObjectNode summary) {
        List<Measurement> measurements = new ArrayList<>();
        for (Map.Entry<String, JsonNode> yardstick : summary.path(YARDSTICKS).properties()) {
            JsonNode its = yardstick.getValue();
            measurements.add(new Measurement(yardstick.getKey(), its.path("name").asString(),
                    summary.path(yardstick.getKey()).asDouble(Double.NaN), its.path("value").asDouble(Double.NaN),
                    its.path("meaning").asString(),
                    Direction.valueOf(its.path("direction").asString())));
        }
        return measurements;
    }
}
