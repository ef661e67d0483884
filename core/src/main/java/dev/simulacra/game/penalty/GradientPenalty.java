package dev.simulacra.game.penalty;

import dev.simulacra.game.DiscriminatorScores;
import dev.simulacra.game.Penalty;
import dev.simulacra.game.Side;
import dev.simulacra.tensor.Tensor;
import java.util.Set;

/// `λ · E (|∇ℓ(x̂)| − 1)²` at points `x̂ = αx + (1 − α)G(z)`, one `α ~ U(0, 1)` and one norm for each logit.
///
/// Source: Gulrajani et al. 2017 (arXiv:1704.00028), equation 3.
public record GradientPenalty(double lambda) implements Penalty {
    public GradientPenalty {
        Weights.require("gradient penalty", "lambda", lambda);
    }

    @Override
    public Tensor of(DiscriminatorScores scores) {
        return Slopes.normAt(Slopes.between(scores), scores).minus(1).square().mean().times(lambda);
    }

    @Override
    public Set<Side> slopes() {
        return Set.of();
    }
}
