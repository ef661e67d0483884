package dev.simulacra.game;

import dev.simulacra.tensor.Notation;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// A copy of a training's state at a recent step, and the search for the step and the tensor at which the training has
/// diverged since.
final class Rewind {
    /// The most steps between two copies, and so the most that a search repeats.
    static final long STEPS = 200;

    private final CompiledPlan plan;
    private final List<Parameter> state;
    private final float[][] values;
    private long step;

    /// @throws IllegalArgumentException where `state` has a parameter twice
    Rewind(CompiledPlan plan, List<Parameter> state) {
        Set<Parameter> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(state);
        if (distinct.size() != state.size()) {
            throw new IllegalArgumentException("training: the players share a parameter");
        }
        this.plan = plan;
        this.state = state;
        values = state.stream().map(p -> p.storage().clone()).toArray(float[][]::new);
    }

    /// Copies the present state, that after `completed` steps.
    void keep(long completed) {
        step = completed;
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(state.get(i).storage(), 0, values[i], 0, values[i].length);
        }
    }

    /// Finds the first step since the copy that leaves a value which is not finite, and restores the state before it.
    DivergedException diverged() {
        long bad = firstBadStep();
        restore();
        for (long next = step; next < bad; next++) {
            plan.run(next);
        }
        keep(bad);
        String first = plan.firstBad(bad).map(Rewind::text).orElse("a loss");
        restore();
        return new DivergedException(bad, first);
    }

    private long firstBadStep() {
        restore();
        long next = step;
        plan.run(next);
        while (plan.leftFinite()) {
            next++;
            plan.run(next);
        }
        return next;
    }

    private void restore() {
        for (int i = 0; i < values.length; i++) {
            state.get(i).assign(values[i]);
        }
    }

    private static String text(Tensor tensor) {
        return Notation.expression(tensor) + " " + tensor.shape();
    }
}
