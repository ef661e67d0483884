package dev.simulacra.optim;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// Adam with decoupled weight decay: `w ← (1 − ηλ)w − η m̂ / (√v̂ + ε)`, with the moments of [Adam].
///
/// The decay stands outside the moments, unlike a penalty `½λ‖w‖²`, whose gradient Adam would divide by `√v̂`.
/// Source: Loshchilov and Hutter 2019 (arXiv:1711.05101), Algorithm 2; there `λ` is multiplied by the schedule alone,
/// here, as in PyTorch, by the whole rate `η`.
///
/// @param beta1 `β₁`, at least 0 and below 1
/// @param beta2 `β₂`, at least 0 and below 1
/// @param epsilon `ε`, above 0
/// @param decay `λ`, at least 0
public record AdamW(double beta1, double beta2, double epsilon, double decay) implements LearningRule {
    /// @throws IllegalArgumentException where a setting is outside its range
    public AdamW {
        SettingChecks.fraction("adamw", "beta1", beta1);
        SettingChecks.fraction("adamw", "beta2", beta2);
        SettingChecks.positive("adamw", "epsilon", epsilon);
        SettingChecks.notNegative("adamw", "decay", decay);
    }

    @Override
    public List<Slot> memory(Shape w) {
        return adam().memory(w);
    }

    /// Adam's step taken from the decayed weights, which is the same because Adam's step does not depend on `w`.
    @Override
    public Next next(Tensor w, Tensor g, Tensor rate, List<Tensor> memory) {
        Tensor kept = rate.times(-decay).plus(1);
        return adam().next(w.times(kept), g, rate, memory);
    }

    private Adam adam() {
        return new Adam(beta1, beta2, epsilon);
    }
}
