package dev.simulacra.game.penalty;

import dev.simulacra.game.DiscriminatorScores;
import dev.simulacra.game.Penalty;
import dev.simulacra.game.Side;
import dev.simulacra.optim.Schedule;
import dev.simulacra.tensor.Tensor;
import java.util.Set;

/// `γ/2 · E |∇ℓ(x)|²` on data.
///
/// Source: Mescheder, Geiger and Nowozin 2018 (arXiv:1801.04406), equation 9.
///
/// @param gamma γ at each step, at least 0
public record R1(Schedule gamma) implements Penalty {
    /// @throws IllegalArgumentException where γ is below 0 at some step
    public R1 {
        Weights.require("R1", gamma);
    }

    /// The penalty of one weight at all steps.
    ///
    /// @throws IllegalArgumentException where γ is below 0 or not finite
    public R1(double gamma) {
        this(Weights.constant("R1", gamma));
    }

    @Override
    public Tensor of(DiscriminatorScores scores) {
        Tensor square = Slopes.squared(scores.realSlopes(), scores.realLogits()).mean();
        return square.times(gamma.tensor().times(0.5));
    }

    @Override
    public Set<Side> slopes() {
        return Set.of(Side.DATA);
    }
}
