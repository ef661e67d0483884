package dev.simulacra.game.penalty;

import dev.simulacra.game.DiscriminatorScores;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// Norms of the slopes of logits.
final class Slopes {
    private Slopes() {}

    /// The points `x̂ = αx + (1 − α)G(z)` with one `α ~ U(0, 1)` for each logit, in the shape of the data.
    static Tensor between(DiscriminatorScores scores) {
        Tensor real = byLogit(scores.real(), scores.realLogits());
        Tensor fake = byLogit(scores.fake(), scores.fakeLogits());
        Tensor alpha = Tensor.draw("penalty", new Law.Uniform(0, 1), column(real));
        return alpha.times(real).plus(alpha.negate().plus(1).times(fake)).reshape(scores.real().shape());
    }

    /// `|∇ℓ|` at each of `points`, `(logits, 1)`.
    static Tensor normAt(Tensor points, DiscriminatorScores scores) {
        Tensor logits = scores.logits().apply(points);
        Tensor slopes = Gradients.of(logits.sum(), points);
        // The derivative of a norm is not finite where the norm is 0.
        return squared(slopes, logits).plus(1e-12).sqrt();
    }

    /// `|∇ℓ|²` for each logit, `(logits, 1)`.
    static Tensor squared(Tensor slopes, Tensor logits) {
        Tensor each = byLogit(slopes, logits);
        return each.square().sumTo(column(each));
    }

    /// The examples that each logit is about in a row: `(m, dimension) → (logits, m/logits · dimension)`.
    private static Tensor byLogit(Tensor examples, Tensor logits) {
        int rows = logits.shape().extent(0);
        return examples.reshape(rows, examples.shape().size() / rows);
    }

    private static Shape column(Tensor x) {
        return Shape.of(x.shape().extent(0), 1);
    }
}
