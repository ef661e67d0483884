package dev.simulacra.experiments.plane;

import dev.simulacra.optim.LearningRule;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// Adam with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ whose bias correction `1 − βᵗ` takes for t the number of the epoch, counted
/// from 1, and not of the update: a peculiarity of the published program. The averages move at every update.
///
/// @param updates the number of updates in an epoch
record AdamByEpoch(int updates) implements LearningRule {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    @Override
    public List<Slot> memory(Shape w) {
        return List.of(new Slot("m", w), new Slot("v", w));
    }

    @Override
    public Next next(Tensor w, Tensor g, Tensor rate, List<Tensor> memory) {
        Tensor m = memory.get(0).times(BETA1).plus(g.times(1 - BETA1));
        Tensor v = memory.get(1).times(BETA2).plus(g.square().times(1 - BETA2));
        Tensor step = m.over(correction(BETA1)).over(v.over(correction(BETA2)).sqrt().plus(1e-8));
        return new Next(w.minus(rate.times(step)), List.of(m, v));
    }

    private Tensor correction(double beta) {
        return Tensor.ofStep(step -> 1 - StrictMath.pow(beta, (double) (step / updates + 1)));
    }
}
