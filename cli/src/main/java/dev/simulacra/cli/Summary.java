package dev.simulacra.cli;

import dev.simulacra.experiments.Evaluation;
import dev.simulacra.game.Report;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The results of a finished run: the content of `summary.json`. What is measured stands in place of what the last
/// minibatches said.
record Summary(Run run, Report last, Evaluation evaluation) {
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
        return json;
    }
}
