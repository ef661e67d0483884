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
            return normAt(between(judgement), judgement).minus(1).square().mean().times(lambda);
        }
    }

    /// `λ · E max(0, |∇ℓ(x̂)| − 1)²` at the points of [Gradient]: only what is steeper than 1 is paid for, as the best
    /// critic's slope is 1 at most, not everywhere.
    ///
    /// Source: Petzka, Fischer and Lukovnicov 2018 (arXiv:1709.08894), equation 8.
    record OneSided(double lambda) implements Penalty {
        public OneSided {
            requireWeight("one-sided gradient penalty", "lambda", lambda);
        }

        @Override
        public Tensor of(Judgement judgement) {
            return normAt(between(judgement), judgement).minus(1).relu().square().mean().times(lambda);
        }
    }

    /// `λ · E (|∇ℓ(x + δ)| − 1)²` around the data, `δ ~ N(0, c² I)`.
    ///
    /// Source: Kodali et al. 2017 (arXiv:1705.07215), section 2.3.
    record Dragan(double lambda, double c) implements Penalty {
        public Dragan {
            requireWeight("DRAGAN", "lambda", lambda);
            requireWeight("DRAGAN", "c", c);
        }

        @Override
        public Tensor of(Judgement judgement) {
            Tensor real = judgement.real();
            Tensor around = real.plus(Tensor.draw("penalty", new Law.Normal(), real.shape()).times(c));
            return normAt(around, judgement).minus(1).square().mean().times(lambda);
        }
    }

    /// `x̂ = αx + (1 − α)G(z)`.
    private static Tensor between(Judgement judgement) {
        Tensor alpha = Tensor.draw("penalty", new Law.Uniform(0, 1), column(judgement.real()));
        return alpha.times(judgement.real()).plus(alpha.negate().plus(1).times(judgement.fake()));
    }

    /// `|∇ℓ|` at each of `points`, `(m, 1)`.
    private static Tensor normAt(Tensor points, Judgement judgement) {
        Tensor slopes = Gradients.of(judgement.logits().apply(points).sum(), points);
        // The derivative of a norm is not finite where the norm is 0.
        return squared(slopes).plus(1e-12).sqrt();
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
