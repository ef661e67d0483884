package dev.simulacra.optim;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// A pure function from weights `w`, the gradient `g` to descend, a rate `η` and a memory to the next weights and
/// memory.
///
/// It builds tensors and changes nothing, so that the same rule serves a compiled step, where what it returns is
/// assigned, and an unrolled player, where it is differentiated. Memory starts at 0.
public interface LearningRule {
    /// The state that the rule keeps for a parameter of shape `w` from one step to the next.
    List<Slot> memory(Shape w);

    /// One step of the parameter `w` against the gradient `g`, both of one shape, at the scalar `rate`.
    ///
    /// @param memory one tensor for each of [#memory(Shape)], in that order
    Next next(Tensor w, Tensor g, Tensor rate, List<Tensor> memory);

    /// One remembered tensor, as `velocity (784, 128)`.
    record Slot(String name, Shape shape) {}

    /// The weights and the memory after a step.
    record Next(Tensor w, List<Tensor> memory) {
        public Next {
            memory = List.copyOf(memory);
        }
    }
}
