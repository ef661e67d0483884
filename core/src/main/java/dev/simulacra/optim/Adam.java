package dev.simulacra.optim;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// Adaptive moment estimation, Algorithm 1 of Kingma and Ba 2015 (arXiv:1412.6980):
///
/// ```text
/// m ← β₁m + (1 − β₁)g           m̂ = m / (1 − β₁ᵗ)
/// v ← β₂v + (1 − β₂)g²          v̂ = v / (1 − β₂ᵗ)
/// w ← w − η m̂ / (√v̂ + ε)
/// ```
///
/// The corrections `1 − βᵗ` are remembered as `c ← βc + (1 − β)`, the same moving average taken of 1 instead of `g`.
/// So they need no step number, and in float nothing cancels: `1 − exp(t ln β)` loses digits while `βᵗ` is near 1,
/// whereas `c` carries the same rounded `β` and `1 − β` as `m` and `v`, and the quotients shed their error.
///
/// @param beta1 `β₁`, at least 0 and below 1; the paper proposes 0.9
/// @param beta2 `β₂`, at least 0 and below 1; the paper proposes 0.999
/// @param epsilon `ε`, above 0; the paper proposes 10⁻⁸
public record Adam(double beta1, double beta2, double epsilon) implements LearningRule {
    /// @throws IllegalArgumentException where a setting is outside its range
    public Adam {
        SettingChecks.fraction("adam", "beta1", beta1);
        SettingChecks.fraction("adam", "beta2", beta2);
        SettingChecks.positive("adam", "epsilon", epsilon);
    }

    @Override
    public List<Slot> memory(Shape w) {
        return List.of(
                new Slot("m", w), new Slot("v", w), new Slot("c1", Shape.SCALAR), new Slot("c2", Shape.SCALAR));
    }

    @Override
    public Next next(Tensor w, Tensor g, Tensor rate, List<Tensor> memory) {
        Tensor one = Tensor.of(1);
        Tensor m = average(beta1, memory.get(0), g);
        Tensor v = average(beta2, memory.get(1), g.square());
        Tensor c1 = average(beta1, memory.get(2), one);
        Tensor c2 = average(beta2, memory.get(3), one);
        // η m̂ / (√v̂ + ε) with what is one number for all elements taken together first
        Tensor root = RootMeanSquare.of(v).times(one.over(c2.sqrt()));
        Tensor step = m.times(rate.over(c1)).over(root.plus(epsilon));
        return new Next(w.minus(step), List.of(m, v, c1, c2));
    }

    private static Tensor average(double beta, Tensor past, Tensor now) {
        return past.times(beta).plus(now.times(1 - beta));
    }
}
