package dev.simulacra.cli;

import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.experiments.Evaluation;
import dev.simulacra.experiments.Measurement;
import dev.simulacra.game.StepReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The results of a finished run: the content of `summary.json`. What is measured stands in place of what the last
/// minibatches said.
record Summary(RunRecord run, StepReport last, Evaluation evaluation) {
    private static final String YARDSTICKS = "yardsticks";

    ObjectNode json() {
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
    static ObjectNode read(RunFolder folder) throws IOException {
        return JsonFiles.read(folder.summary(), ObjectNode.class);
    }

    /// The measurements of a summary, in the order in which they were shown.
    static List<Measurement> measurements(ObjectNode summary) {
        List<Measurement> measurements = new ArrayList<>();
        for (Map.Entry<String, JsonNode> yardstick : summary.path(YARDSTICKS).properties()) {
            JsonNode its = yardstick.getValue();
            measurements.add(new Measurement(yardstick.getKey(), its.path("name").asString(),
                    summary.path(yardstick.getKey()).asDouble(Double.NaN), its.path("value").asDouble(Double.NaN),
                    its.path("meaning").asString(),
                    Direction.valueOf(its.path("direction").asString(Direction.NEAR_BASELINE.name()))));
        }
        return measurements;
    }
}
