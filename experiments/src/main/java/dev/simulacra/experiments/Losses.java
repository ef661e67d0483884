package dev.simulacra.experiments;

import dev.simulacra.game.Objective;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// Both players' losses over many points, in double precision, beside their values at equilibrium.
final class Losses {
    private Losses() {}

    /// `J(D) = −V(D, G)` without penalties, `J(G)` and `V(D, G)`.
    static List<Measurement> of(Objective objective, Judged data, Judged samples) {
        Tensor real = logits("data", data);
        Tensor fake = logits("samples", samples);
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

    /// A multiple of ln 2 is said to be one.
    private static String meaning(double optimum) {
        double multiple = optimum / StrictMath.log(2);
        if (optimum == 0 || multiple != Math.rint(multiple)) {
            return "at equilibrium";
        }
        String sign = multiple < 0 ? "−" : "";
        String factor = Math.abs(multiple) == 1 ? "" : (int) Math.abs(multiple) + " ";
        return sign + factor + "ln 2 at equilibrium";
    }

    private static Tensor logits(String name, Judged judged) {
        return Tensor.table(name, Shape.of(judged.logits().length, 1), judged.logits());
    }
}
