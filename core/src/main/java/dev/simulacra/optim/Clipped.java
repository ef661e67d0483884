package dev.simulacra.optim;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// A rule whose weights are kept within a bound: `w ← min(max(w′, −c), c)` where `w′` is the rule's next weight.
///
/// On a discriminator it makes the output Lipschitz, with a constant that depends on c and on the layers; biases and
/// all other parameters of the player are clipped too. Initial weights beyond the bound are clipped by the first step.
/// Source: Arjovsky, Chintala and Bottou 2017 (arXiv:1701.07875), algorithm 1, with c = 0.01 there.
///
/// @param rule  the rule that moves the weights
/// @param bound `c`, above 0
public record Clipped(LearningRule rule, double bound) implements LearningRule {
    /// @throws IllegalArgumentException where `bound` is outside its range
    public Clipped {
        SettingChecks.positive("weight clipping", "bound", bound);
    }

    @Override
    public List<Slot> memory(Shape w) {
        return rule.memory(w);
    }

    @Override
    public Next next(Tensor w, Tensor g, Tensor rate, List<Tensor> memory) {
        Next next = rule.next(w, g, rate, memory);
        return new Next(notBelow(notBelow(next.w()).negate()).negate(), next.memory());
    }

    private Tensor notBelow(Tensor w) {
        return w.maximum(Tensor.of(-bound));
    }
}
