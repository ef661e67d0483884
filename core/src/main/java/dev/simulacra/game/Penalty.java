package dev.simulacra.game;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// What is subtracted from the value that the discriminator ascends: a scalar that grows with the slope of its logits.
///
/// Slopes are taken example by example; that of one example is a row of the gradient of the sum of all logits, which is
/// right only where the network treats the examples of a minibatch independently (batch normalization does not).
public sealed interface Penalty {
    /// The penalty for this minibatch.
    Tensor of(Judgement judgement);

    /// `γ/2 · E |∇ℓ(x)|²` on data.
    ///
    /// Source: Mescheder, Geiger and Nowozin 2018 (arXiv:1801.04406), equation 9.
    record R1(double gamma) implements Penalty {
        public R1 {
            requireWeight("R1", "gamma", gamma);
        }

        @Override
        public Tensor of(Judgement judgement) {
            return squared(judgement.realSlopes()).mean().times(gamma / 2);
        }
    }

    /// `γ/2 · E |∇ℓ(G(z))|²` on generated examples.
    ///
    /// Source: Mescheder, Geiger and Nowozin 2018 (arXiv:1801.04406), equation 10.
    record R2(double gamma) implements Penalty {
        public R2 {
            requireWeight("R2", "gamma", gamma);
        }

        @Override
        public Tensor of(Judgement judgement) {
            return squared(judgement.fakeSlopes()).mean().times(gamma / 2);
        }
    }

    /// `λ · E (|∇ℓ(x̂)| − 1)²` at points `x̂ = αx + (1 − α)G(z)`, one `α ~ U(0, 1)` and one norm for each example.
    ///
    /// Source: Gulrajani et al. 2017 (arXiv:1704.00028), equation 3.
    record Gradient(double lambda) implements Penalty {
        public Gradient {
            requireWeight("gradient penalty", "lambda", lambda);
        }

        @Override
        public Tensor of(Judgement judgement) {
            Tensor real = judgement.real();
            Tensor alpha = Tensor.draw("penalty", new Law.Uniform(0, 1), column(real));
            Tensor between = alpha.times(real).plus(alpha.negate().plus(1).times(judgement.fake()));
            Tensor slopes = squared(Gradients.of(judgement.logits().apply(between).sum(), between));
            // The derivative of a norm is not finite where the norm is 0.
            return slopes.plus(1e-12).sqrt().minus(1).square().mean().times(lambda);
        }
    }

    /// `|∇ℓ|²` for each example, `(m, 1)`.
    private static Tensor squared(Tensor slopes) {
        return slopes.square().sumTo(column(slopes));
    }

    private static Shape column(Tensor x) {
        return Shape.of(x.shape().extent(0), 1);
    }

    private static void requireWeight(String penalty, String name, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    penalty + ": " + name + " is " + weight + ", it must be at least 0 and finite");
        }
    }
}
