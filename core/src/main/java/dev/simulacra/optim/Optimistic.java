package dev.simulacra.optim;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Optimism: a rule that expects its moves to go on changing as they just did, and so moves by `2 dₜ − dₜ₋₁` where the
/// rule itself would move by `dₜ`. In a bilinear game, where plain descent spirals outwards, it spirals in.
///
/// ```text
/// dₜ = rule(wₜ) − wₜ         wₜ₊₁ = wₜ + 2 dₜ − dₜ₋₁
/// ```
/// The move before the first is 0. Of [Sgd] it makes `w − 2η gₜ + η gₜ₋₁`, of [Adam] `w − 2η m̂ₜ/(√v̂ₜ + ε) +
/// η m̂ₜ₋₁/(√v̂ₜ₋₁ + ε)`: Daskalakis et al. 2018 (arXiv:1711.00141), equation 7 and algorithm 1. The rule's memory
/// follows the gradients alone.
///
/// @param rule whose moves they are
public record Optimistic(LearningRule rule) implements LearningRule {
    /// @throws IllegalArgumentException where the rule keeps the weights within a bound
    public Optimistic {
        if (rule instanceof Clipped) {
            throw new IllegalArgumentException("optimistic: weights that the rule clips would be moved out of their"
                    + " bound again; clip what optimism does, new Clipped(new Optimistic(rule), c)");
        }
    }

    @Override
    public List<Slot> memory(Shape w) {
        List<Slot> slots = new ArrayList<>(rule.memory(w));
        slots.add(new Slot("moved", w));
        return slots;
    }

    @Override
    public Next next(Tensor w, Tensor g, Tensor rate, List<Tensor> memory) {
        int last = memory.size() - 1;
        Next next = rule.next(w, g, rate, memory.subList(0, last));
        Tensor move = next.w().minus(w);
        List<Tensor> kept = new ArrayList<>(next.memory());
        kept.add(move);
        return new Next(w.plus(move.times(2).minus(memory.get(last))), kept);
    }
}
