package dev.simulacra.game;

import dev.simulacra.optim.Schedule;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// What is subtracted from the value that the discriminator ascends: a scalar that grows with the slope of its logits.
///
/// Slopes are taken logit by logit; that of one is a row of the gradient of the sum of all logits, which is right only
/// where the network treats the examples of a minibatch independently (batch normalization does not). Where it judges
/// packs of examples ([dev.simulacra.nn.Packed]), a logit's slope is that in all examples of its pack: one norm, one
/// square and one point in between for each pack, and means over the packs.
public sealed interface Penalty {
    /// The penalty for this minibatch.
    Tensor of(DiscriminatorScores judgement);

    /// `γ/2 · E |∇ℓ(x)|²` on data.
    ///
    /// Source: Mescheder, Geiger and Nowozin 2018 (arXiv:1801.04406), equation 9.
    ///
    /// @param gamma γ at each step, at least 0
    record R1(Schedule gamma) implements Penalty {
        /// @throws IllegalArgumentException where γ is below 0 at some step
        public R1 {
            requireWeights("R1", gamma);
        }

        /// The penalty of one weight at all steps.
        ///
        /// @throws IllegalArgumentException where γ is below 0 or not finite
        public R1(double gamma) {
            this(constant("R1", gamma));
        }

        @Override
        public Tensor of(DiscriminatorScores judgement) {
            Tensor square = squared(judgement.realSlopes(), judgement.realLogits()).mean();
            return square.times(gamma.tensor().times(0.5));
        }
    }

    /// `γ/2 · E |∇ℓ(G(z))|²` on generated examples.
    ///
    /// Source: Mescheder, Geiger and Nowozin 2018 (arXiv:1801.04406), equation 10.
    ///
    /// @param gamma γ at each step, at least 0
    record R2(Schedule gamma) implements Penalty {
        /// @throws IllegalArgumentException where γ is below 0 at some step
        public R2 {
            requireWeights("R2", gamma);
        }

        /// The penalty of one weight at all steps.
        ///
        /// @throws IllegalArgumentException where γ is below 0 or not finite
        public R2(double gamma) {
            this(constant("R2", gamma));
        }

        @Override
        public Tensor of(DiscriminatorScores judgement) {
            Tensor square = squared(judgement.fakeSlopes(), judgement.fakeLogits()).mean();
            return square.times(gamma.tensor().times(0.5));
        }
    }

    /// `λ · E (|∇ℓ(x̂)| − 1)²` at points `x̂ = αx + (1 − α)G(z)`, one `α ~ U(0, 1)` and one norm for each logit.
    ///
    /// Source: Gulrajani et al. 2017 (arXiv:1704.00028), equation 3.
    record Gradient(double lambda) implements Penalty {
        public Gradient {
            requireWeight("gradient penalty", "lambda", lambda);
        }

        @Override
        public Tensor of(DiscriminatorScores judgement) {
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
        public Tensor of(DiscriminatorScores judgement) {
            return normAt(between(judgement), judgement).minus(1).relu().square().mean().times(lambda);
        }
    }

    /// `λ · E (|∇ℓ(x + δ)| − 1)²` around the data, `δ ~ N(0, c² I)`: c is the deviation of the noise.
    ///
    /// Source: Kodali et al. 2017 (arXiv:1705.07215), section 2.3, which writes `δ ~ N(0, cI)`, so that its c is the
    /// square of this one. The code published with an earlier version of it adds other noise to the data, `½ s U(0, 1)`
    /// in each coordinate, where s is the standard deviation of the whole minibatch: to one side, and scaled by itself.
    record Dragan(double lambda, double c) implements Penalty {
        public Dragan {
            requireWeight("DRAGAN", "lambda", lambda);
            requireWeight("DRAGAN", "c", c);
        }

        @Override
        public Tensor of(DiscriminatorScores judgement) {
            Tensor real = judgement.real();
            Tensor around = real.plus(Tensor.draw("penalty", new Law.Normal(), real.shape()).times(c));
            return normAt(around, judgement).minus(1).square().mean().times(lambda);
        }
    }

    /// `x̂ = αx + (1 − α)G(z)`.
    private static Tensor between(DiscriminatorScores judgement) {
        Tensor real = byLogit(judgement.real(), judgement.realLogits());
        Tensor fake = byLogit(judgement.fake(), judgement.fakeLogits());
        Tensor alpha = Tensor.draw("penalty", new Law.Uniform(0, 1), column(real));
        return alpha.times(real).plus(alpha.negate().plus(1).times(fake)).reshape(judgement.real().shape());
    }

    /// `|∇ℓ|` at each of `points`, `(logits, 1)`.
    private static Tensor normAt(Tensor points, DiscriminatorScores judgement) {
        Tensor logits = judgement.logits().apply(points);
        Tensor slopes = Gradients.of(logits.sum(), points);
        // The derivative of a norm is not finite where the norm is 0.
        return squared(slopes, logits).plus(1e-12).sqrt();
    }

    /// `|∇ℓ|²` for each logit, `(logits, 1)`.
    private static Tensor squared(Tensor slopes, Tensor logits) {
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

    /// Checks what a constant schedule would refuse in other words.
    private static Schedule constant(String penalty, double gamma) {
        requireWeight(penalty, "gamma", gamma);
        return new Schedule.Constant(gamma);
    }

    /// Every schedule is monotone, so its two ends bound it.
    private static void requireWeights(String penalty, Schedule gamma) {
        requireWeight(penalty, "gamma", gamma.at(0));
        requireWeight(penalty, "gamma", gamma.at(Long.MAX_VALUE));
    }

    private static void requireWeight(String penalty, String name, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    penalty + ": " + name + " is " + weight + ", it must be at least 0 and finite");
        }
    }
}
