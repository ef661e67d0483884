package dev.simulacra.cli.results;

import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The results of a run as JSON.
public final class EvaluationJson {
    private EvaluationJson() {}

    /// Results, remarks and verdict; `better` is `lower`, `higher` or `near`, which means near the yardstick.
    public static ObjectNode of(Evaluation evaluation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode results = json.putArray("results");
        for (Measurement measurement : evaluation.measurements()) {
            results.addObject()
                    .put("key", measurement.key())
                    .put("name", measurement.name())
                    .put("value", measurement.value())
                    .put("yardstick", measurement.yardstick())
                    .put("meaning", measurement.meaning())
                    .put("better", Criterion.of(measurement).toString());
        }
        ArrayNode remarks = json.putArray("remarks");
        evaluation.remarks().forEach(remarks::add);
        return json.put("verdict", Verdict.of(evaluation.measurements()).sentence());
    }
}
