package dev.simulacra.experiments;

import dev.simulacra.game.Objective;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.theory.Equilibrium;
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
        String optimum = switch (objective) {
            case Objective.Minimax _ -> "−ln 2 at equilibrium";
            case Objective.NonSaturating _ -> "ln 2 at equilibrium";
        };
        return List.of(
                new Measurement("discriminatorLoss", "J(D)", -value,
                        Equilibrium.DISCRIMINATOR_LOSS, "2 ln 2 at equilibrium"),
                new Measurement("generatorLoss", "J(G)", reference.scalar(objective.generatorLoss(fake)),
                        objective.generatorOptimum(), optimum),
                new Measurement("value", "V(D, G)", value, Equilibrium.VALUE, "−2 ln 2 at equilibrium"));
    }

    private static Tensor logits(String name, Judged judged) {
        return Tensor.table(name, Shape.of(judged.logits().length, 1), judged.logits());
    }
}
