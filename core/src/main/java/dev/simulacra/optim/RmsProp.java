package dev.simulacra.optim;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// Gradient descent with each gradient divided by its root mean square:
/// `v ← ρv + (1 − ρ)g²`, `w ← w − ηg / (√v + ε)`.
///
/// Source: Tieleman and Hinton, Lecture 6.5 of Neural Networks for Machine Learning, 2012; `ε` stands outside the root.
///
/// @param decay `ρ`, at least 0 and below 1
/// @param epsilon `ε`, above 0
public record RmsProp(double decay, double epsilon) implements LearningRule {
    /// @throws IllegalArgumentException where a setting is outside its range
    public RmsProp {
        SettingChecks.fraction("rmsprop", "decay", decay);
        SettingChecks.positive("rmsprop", "epsilon", epsilon);
    }

    @Override
    public List<Slot> memory(Shape w) {
        return List.of(new Slot("v", w));
    }

    @Override
    public Next next(Tensor w, Tensor g, Tensor rate, List<Tensor> memory) {
        Tensor v = memory.getFirst().times(decay).plus(g.square().times(1 - decay));
        Tensor step = g.over(RootMeanSquare.of(v).plus(epsilon));
        return new Next(w.minus(rate.times(step)), List.of(v));
    }
}
