package dev.simulacra.optim;

import dev.simulacra.tensor.Tensor;

/// An exponential moving average of weights: `a ← δa + (1 − δ)w`. It starts from the weights themselves, not from 0.
///
/// @param decay `δ`, at least 0 and below 1
public record WeightAverage(double decay) {
    /// @throws IllegalArgumentException where `decay` is outside its range
    public WeightAverage {
        SettingChecks.fraction("weight average", "decay", decay);
    }

    /// The average after the weights have become `w`.
    public Tensor next(Tensor average, Tensor w) {
        return average.times(decay).plus(w.times(1 - decay));
    }
}
