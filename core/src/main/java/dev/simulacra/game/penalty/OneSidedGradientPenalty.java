package dev.simulacra.game.penalty;

import dev.simulacra.game.DiscriminatorScores;
import dev.simulacra.game.Penalty;
import dev.simulacra.game.Side;
import dev.simulacra.tensor.Tensor;
import java.util.Set;

/// `λ · E max(0, |∇ℓ(x̂)| − 1)²` at the points of [GradientPenalty]: only what is steeper than 1 is paid for, as the
/// best critic's slope is 1 at most, not everywhere.
///
/// Source: Petzka, Fischer and Lukovnicov 2018 (arXiv:1709.08894), equation 8.
public record OneSidedGradientPenalty(double lambda) implements Penalty {
    public OneSidedGradientPenalty {
        Weights.require("one-sided gradient penalty", "lambda", lambda);
    }

    @Override
    public Tensor of(DiscriminatorScores scores) {
        return Slopes.normAt(Slopes.between(scores), scores).minus(1).relu().square().mean().times(lambda);
    }

    @Override
    public Set<Side> slopes() {
        return Set.of();
    }
}
