package dev.simulacra.optim;

import dev.simulacra.tensor.Tensor;

/// An exponential moving average of weights, corrected at its start:
///
/// ```text
/// a ← a + c(w − a),   c = max(1 − δ, 9 / (10 + t)),   t the step, the first being 0
/// ```
///
/// So the decay is `min(δ, (1 + t) / (10 + t))`: it grows with the steps until it is `δ`, and of the weights before the
/// first step the share `9! n! / (n + 9)!`, about `9! / n⁹`, is left after n steps that are fewer than `9 / (1 − δ)`.
///
/// In float `c(w − a)` is soon less than half a unit in the last place of `a`, which would then stop short of `w`. So
/// what an addition loses is kept, and added the next time (Kahan 1965, "Further remarks on reducing truncation
/// errors"). An average of equal weights is exactly these weights.
///
/// @param decay `δ`, at least 0 and at most 1 − 2⁻²⁴; nearer to 1 even that sum would not move in float
public record WeightAverage(double decay) {
    private static final double LARGEST = 1 - 0x1p-24;

    /// @throws IllegalArgumentException where `decay` is outside its range
    public WeightAverage {
        SettingChecks.fraction("weight average", "decay", decay);
        if (decay > LARGEST) {
            throw new IllegalArgumentException("weight average: decay is " + decay + ", by which an average in single"
                    + " precision cannot move; it must be at most 1 − 2⁻²⁴, " + LARGEST);
        }
    }

    /// An average in two parts.
    ///
    /// @param value `a`, the average in single precision
    /// @param lost  what rounding `a` has lost, less than a unit in its last place; at first 0
    public record Sum(Tensor value, Tensor lost) {}

    /// The average after the weights have become `w`, all three of one shape.
    ///
    /// @param c the scalar [#share()], one leaf for all weights of a player
    public Sum next(Sum past, Tensor w, Tensor c) {
        Tensor way = w.minus(past.value).minus(past.lost);
        Tensor added = c.times(way).plus(past.lost);
        Tensor value = past.value.plus(added);
        return new Sum(value, added.minus(value.minus(past.value)));
    }

    /// `c` at the step being run, a scalar leaf.
    public Tensor share() {
        return Tensor.ofStep(step -> Math.max(1 - decay, 9 / (10.0 + step)));
    }
}
