package dev.simulacra.cli.results;

import dev.simulacra.analysis.divergence.Divergence;
import dev.simulacra.analysis.divergence.Estimate;
import dev.simulacra.analysis.equilibrium.DiscriminatorComparison;
import dev.simulacra.analysis.equilibrium.EquilibriumReport;
import dev.simulacra.analysis.equilibrium.ModeShares;
import dev.simulacra.runs.folder.RunRecord;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An equilibrium report as the content of `equilibrium.json`. Errors are three standard errors and what is known of
/// biases.
public final class EquilibriumJson {
    private EquilibriumJson() {}

    public static ObjectNode of(RunRecord run, long step, EquilibriumReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("experiment", run.experiment());
        json.put("seed", run.seed());
        json.put("step", step);
        json.put("density", report.play().origin());
        put(json.putObject("byOptimalDiscriminator"), report.play().played());
        put(json.putObject("byQuadrature"), report.play().integrated());
        json.put("routesAgree", report.play().agrees());
        ArrayNode standings = json.putArray("discriminators");
        report.standings().forEach(standing -> put(standings.addObject(), standing));
        if (report.modes().modes() > 1) {
            json.put("modesByLoss", report.modesByLoss());
            put(json.putObject("modes"), report.modes());
        }
        ArrayNode sentences = json.putArray("sentences");
        report.sentences().forEach(sentences::add);
        return json;
    }

    private static void put(ObjectNode json, Divergence divergence) {
        json.put("value", divergence.value());
        json.put("valueError", divergence.valueError());
        json.put("jensenShannon", divergence.jensenShannon());
        json.put("jensenShannonError", divergence.error());
        json.put("jensenShannonFloor", divergence.floor());
    }

    private static void put(ObjectNode json, DiscriminatorComparison standing) {
        json.put("discriminator", standing.discriminator());
        put(json, "value", standing.shortfall().value());
        put(json, "optimalValue", standing.shortfall().optimal());
        put(json, "shortfall", standing.shortfall().shortfall());
        json.put("optimalDiscriminatorError", standing.error().fromOptimum());
        json.put("distanceFromHalf", standing.error().fromHalf());
    }

    private static void put(ObjectNode json, String name, Estimate estimate) {
        json.put(name, estimate.mean());
        json.put(name + "Error", 3 * estimate.standardError());
    }

    private static void put(ObjectNode json, ModeShares modes) {
        json.put("samples", modes.n());
        json.put("expected", modes.equal());
        json.put("band", modes.band());
        ArrayNode shares = json.putArray("shares");
        for (double share : modes.shares()) {
            shares.add(share);
        }
        ArrayNode outside = json.putArray("outside");
        for (int mode : modes.outside()) {
            outside.add(mode + 1);
        }
    }
}
