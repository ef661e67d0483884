package dev.simulacra.optim;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Optimism: a rule that expects the gradient to go on changing as it just did, and so sees `2 gₜ − gₜ₋₁` instead of
/// `gₜ`. In a bilinear game, where plain descent spirals outwards, it spirals in.
///
/// The gradient before the first is 0. Source: Daskalakis et al. 2018 (arXiv:1711.00141), equation 7 for [Sgd] and
/// algorithm 1 for [Adam].
///
/// @param rule what is done with that gradient
public record Optimistic(LearningRule rule) implements LearningRule {
    @Override
    public List<Slot> memory(Shape w) {
        List<Slot> slots = new ArrayList<>(rule.memory(w));
        slots.add(new Slot("previous", w));
        return slots;
    }

    @Override
    public Next next(Tensor w, Tensor g, Tensor rate, List<Tensor> memory) {
        int last = memory.size() - 1;
        Next next = rule.next(w, g.times(2).minus(memory.get(last)), rate, memory.subList(0, last));
        List<Tensor> kept = new ArrayList<>(next.memory());
        kept.add(g);
        return new Next(next.w(), kept);
    }
}
