package dev.simulacra.game.penalty;

import dev.simulacra.game.DiscriminatorScores;
import dev.simulacra.game.Penalty;
import dev.simulacra.game.Side;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Tensor;
import java.util.Set;

/// `λ · E (|∇ℓ(x + δ)| − 1)²` around the data, `δ ~ N(0, c² I)`: c is the deviation of the noise.
///
/// Source: Kodali et al. 2017 (arXiv:1705.07215), section 2.3, which writes `δ ~ N(0, cI)`, so that its c is the
/// square of this one. The code published with an earlier version of it adds other noise to the data, `½ s U(0, 1)`
/// in each coordinate, where s is the standard deviation of the whole minibatch: to one side, and scaled by itself.
public record Dragan(double lambda, double c) implements Penalty {
    public Dragan {
        Weights.require("DRAGAN", "lambda", lambda);
        Weights.require("DRAGAN", "c", c);
    }

    @Override
    public Tensor of(DiscriminatorScores scores) {
        Tensor real = scores.real();
        Tensor around = real.plus(Tensor.draw("penalty", new Law.Normal(), real.shape()).times(c));
        return Slopes.normAt(around, scores).minus(1).square().mean().times(lambda);
    }

    @Override
    public Set<Side> slopes() {
        return Set.of();
    }
}
