package dev.simulacra.experiments.evaluation;

import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.game.KnownOptimum;
import dev.simulacra.game.Objective;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.runs.Measurement;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Both players' losses over many points, in double precision, beside their values at equilibrium.
public final class Losses {
    private Losses() {}

    /// `J(D) = −V(D, G)` without penalties, `J(G)` and `V(D, G)`; none where their values at equilibrium are unknown.
    public static List<Measurement> of(Objective objective, ScoredSamples data, ScoredSamples samples) {
        return objective instanceof KnownOptimum known ? besideOptimum(known, data, samples) : List.of();
    }

    private static List<Measurement> besideOptimum(KnownOptimum objective, ScoredSamples data, ScoredSamples samples) {
        boolean arePaired = objective instanceof RelativisticPaired;
        int pairs = arePaired ? Math.max(data.logits().length, samples.logits().length) : 0;
        Tensor real = logits("data", data, pairs);
        Tensor fake = logits("samples", samples, pairs);
        Reference reference = Reference.create();
        double value = reference.scalar(objective.value(real, fake));
        double loss = reference.scalar(objective.generatorLoss(real, fake));
        double optimum = objective.valueOptimum();
        return List.of(
                new Measurement("discriminatorLoss", "J(D)", -value, -optimum, meaning(-optimum)),
                new Measurement("generatorLoss", "J(G)", loss, objective.generatorOptimum(),
                        meaning(objective.generatorOptimum())),
                new Measurement("value", "V(D, G)", value, optimum, meaning(optimum)));
    }

    private static String meaning(double optimum) {
        return Equilibrium.inLn2(optimum).map(words -> words + " at equilibrium").orElse("at equilibrium");
    }

    /// The logits, `least` at least: where there are fewer they begin again, so that each of the other kind has one to
    /// be paired with.
    private static Tensor logits(String name, ScoredSamples judged, int least) {
        float[] once = judged.logits();
        float[] logits = Arrays.copyOf(once, Math.max(once.length, least));
        for (int i = once.length; i < logits.length; i++) {
            logits[i] = once[i % once.length];
        }
        return Tensor.table(name, Shape.of(logits.length, 1), logits);
    }
}
