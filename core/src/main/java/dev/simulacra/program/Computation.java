package dev.simulacra.program;

import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A computation of one run: `outputs` to be read after it, and what parameters become at its end.
///
/// Outputs and assigned values are all computed from the parameters' values before the run.
public record Computation(List<Tensor> outputs, List<Assignment> assignments) {
    /// @throws IllegalArgumentException where two assignments have the same target
    public Computation {
        outputs = List.copyOf(outputs);
        assignments = List.copyOf(assignments);
        Set<Object> targets = new HashSet<>();
        for (Assignment assignment : assignments) {
            if (!targets.add(assignment.target())) {
                throw new IllegalArgumentException("computation: " + assignment.target() + " is assigned twice");
            }
        }
    }

    /// A computation that changes nothing.
    public static Computation of(Tensor... outputs) {
        return new Computation(List.of(outputs), List.of());
    }

    /// This computation and `other` as one, at the same moment: both read the values from before the run.
    public Computation and(Computation other) {
        List<Tensor> allOutputs = new ArrayList<>(outputs);
        allOutputs.addAll(other.outputs);
        List<Assignment> allAssignments = new ArrayList<>(assignments);
        allAssignments.addAll(other.assignments);
        return new Computation(allOutputs, allAssignments);
    }

    /// The tensors that must be computed: outputs, then assigned values.
    List<Tensor> roots() {
        List<Tensor> roots = new ArrayList<>(outputs);
        assignments.forEach(assignment -> roots.add(assignment.value()));
        return roots;
    }
}
