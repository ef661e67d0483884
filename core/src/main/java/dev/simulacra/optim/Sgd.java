package dev.simulacra.optim;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// Gradient descent without memory: `w ← w − ηg`.
public record Sgd() implements LearningRule {
    @Override
    public List<Slot> memory(Shape w) {
        return List.of();
    }

    @Override
    public Next next(Tensor w, Tensor g, Tensor rate, List<Tensor> memory) {
        return new Next(w.minus(rate.times(g)), List.of());
    }
}
