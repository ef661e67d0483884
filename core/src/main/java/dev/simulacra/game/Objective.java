package dev.simulacra.game;

import dev.simulacra.tensor.Tensor;

/// What the players play for, as functions of the discriminator's logits `ℓ` on data and on generated examples, `(m,
/// 1)` each.
///
/// What a paper calls the discriminator, critic or variational function is [#output] of the logits. Expectations are
/// means over the minibatch; `p` is the density of the data, `q` that of the generator.
public sealed interface Objective permits
        Objective.Minimax,
        Objective.NonSaturating,
        Objective.LeastSquares,
        Objective.Hinge,
        Objective.Wasserstein,
        Objective.RelativisticPaired,
        Objective.RelativisticAverage,
        VariationalDivergence,
        SmoothedLabels {
    /// The value `V(D, G)`, a scalar, which the discriminator ascends.
    Tensor value(Tensor real, Tensor fake);

    /// The loss `J(G)`, a scalar, which the generator descends.
    Tensor generatorLoss(Tensor real, Tensor fake);

    /// The part on data of the generator's loss, a scalar, which `J(G)` leaves out: no generator moves it while the
    /// discriminator stands still. Where the generator foresees how the discriminator will answer, the logits on data
    /// follow the generator too.
    ///
    /// Where `q = p` and the discriminator is optimal its derivatives in the logits and those of `J(G)` cancel, so that
    /// a discriminator that is foreseen moves no generator from there.
    Tensor generatorLossOnData(Tensor real);

    /// The discriminator's output as the objective's source defines it.
    Tensor output(Tensor logits);

    /// `V` where `q = p` and the discriminator is optimal.
    double valueOptimum();

    /// `J(G)` where `q = p` and the discriminator is optimal and, if a constant can be added to it, 0 on average.
    double generatorOptimum();

    /// The zero-sum game of the 2014 paper: `V = E ln D(x) + E ln(1 − D(G(z)))`, `D = σ(ℓ)`, and the generator descends
    /// the part of V that it moves, `J(G) = E ln(1 − D(G(z)))`. Its gradient vanishes where the discriminator rejects
    /// with certainty; hence "saturating". The optimal D is `p/(p + q)`, and there `V = −2 ln 2 + 2 JSD(p, q)`.
    ///
    /// Source: Goodfellow et al. 2014 (arXiv:1406.2661), equation 1.
    record Minimax(LogProbability logarithm) implements Objective {
        @Override
        public Tensor value(Tensor real, Tensor fake) {
            return logarithm.ofReal(real).mean().plus(logarithm.ofFake(fake).mean());
        }

        @Override
        public Tensor generatorLoss(Tensor real, Tensor fake) {
            return logarithm.ofFake(fake).mean();
        }

        @Override
        public Tensor generatorLossOnData(Tensor real) {
            return logarithm.ofReal(real).mean();
        }

        @Override
        public Tensor output(Tensor logits) {
            return logits.sigmoid();
        }

        @Override
        public double valueOptimum() {
            return -2 * LN2;
        }

        @Override
        public double generatorOptimum() {
            return -LN2;
        }
    }

    /// The heuristic of the 2014 paper: the same V, and `J(G) = −E ln D(G(z))`, with the same fixed point and a
    /// gradient that does not vanish early on.
    ///
    /// Source: Goodfellow et al. 2014 (arXiv:1406.2661), section 3.
    record NonSaturating(LogProbability logarithm) implements Objective {
        @Override
        public Tensor value(Tensor real, Tensor fake) {
            return new Minimax(logarithm).value(real, fake);
        }

        @Override
        public Tensor generatorLoss(Tensor real, Tensor fake) {
            return logarithm.ofReal(fake).mean().negate();
        }

        @Override
        public Tensor generatorLossOnData(Tensor real) {
            return logarithm.ofFake(real).mean().negate();
        }

        @Override
        public Tensor output(Tensor logits) {
            return logits.sigmoid();
        }

        @Override
        public double valueOptimum() {
            return -2 * LN2;
        }

        @Override
        public double generatorOptimum() {
            return LN2;
        }
    }

    /// Least squares: `V = −½ E (ℓ(x) − b)² − ½ E (ℓ(G(z)) − a)²` and `J(G) = ½ E (ℓ(G(z)) − c)²`. The optimal output
    /// is `(bp + aq)/(p + q)`. With `b − c = 1` and `b − a = 2` the generator descends Pearson's χ² between `p + q` and
    /// `2q`; the usual `a = 0, b = c = 1` trains as well.
    ///
    /// Source: Mao et al. 2017 (arXiv:1611.04076), equation 2.
    ///
    /// @param a the label of samples
    /// @param b the label of data
    /// @param c the label that the generator wants for its samples
    record LeastSquares(double a, double b, double c) implements Objective {
        /// @throws IllegalArgumentException where a label is not finite, or both kinds of examples have the same
        public LeastSquares {
            if (!Double.isFinite(a) || !Double.isFinite(b) || !Double.isFinite(c) || a == b) {
                throw new IllegalArgumentException("least squares: the labels are a = " + a + ", b = " + b + " and c = "
                        + c + "; they must be finite, a other than b");
            }
        }

        @Override
        public Tensor value(Tensor real, Tensor fake) {
            return halfSquare(real, b).plus(halfSquare(fake, a)).negate();
        }

        @Override
        public Tensor generatorLoss(Tensor real, Tensor fake) {
            return halfSquare(fake, c);
        }

        @Override
        public Tensor generatorLossOnData(Tensor real) {
            return halfSquare(real, a + b - c);
        }

        private static Tensor halfSquare(Tensor logits, double label) {
            return logits.minus(label).square().mean().times(0.5);
        }

        @Override
        public Tensor output(Tensor logits) {
            return logits;
        }

        @Override
        public double valueOptimum() {
            return -(a - b) * (a - b) / 4;
        }

        @Override
        public double generatorOptimum() {
            double d = (a + b) / 2 - c;
            return d * d / 2;
        }
    }

    /// Hinges: `V = −E max(0, 1 − ℓ(x)) − E max(0, 1 + ℓ(G(z)))` and `J(G) = −E ℓ(G(z))`. The optimal output is
    /// `sign(p − q)`, and there `V = −2 + 2 TV(p, q)` with the total variation `TV = ½ ∫ |p − q|`.
    ///
    /// Source: Lim and Ye 2017 (arXiv:1705.02894), section 2.
    record Hinge() implements Objective {
        @Override
        public Tensor value(Tensor real, Tensor fake) {
            return real.negate().plus(1).relu().mean().plus(fake.plus(1).relu().mean()).negate();
        }

        @Override
        public Tensor generatorLoss(Tensor real, Tensor fake) {
            return fake.mean().negate();
        }

        @Override
        public Tensor generatorLossOnData(Tensor real) {
            return real.mean();
        }

        @Override
        public Tensor output(Tensor logits) {
            return logits;
        }

        @Override
        public double valueOptimum() {
            return -2;
        }

        @Override
        public double generatorOptimum() {
            return 0;
        }
    }

    /// The dual of Wasserstein's distance: `V = E ℓ(x) − E ℓ(G(z))` and `J(G) = −E ℓ(G(z))`. Over 1-Lipschitz outputs
    /// the largest V is `W₁(p, q)`; something else, clipped weights or a penalty, has to keep the discriminator to
    /// them.
    ///
    /// Source: Arjovsky, Chintala and Bottou 2017 (arXiv:1701.07875), equation 3.
    record Wasserstein() implements Objective {
        @Override
        public Tensor value(Tensor real, Tensor fake) {
            return real.mean().minus(fake.mean());
        }

        @Override
        public Tensor generatorLoss(Tensor real, Tensor fake) {
            return fake.mean().negate();
        }

        @Override
        public Tensor generatorLossOnData(Tensor real) {
            return real.mean();
        }

        @Override
        public Tensor output(Tensor logits) {
            return logits;
        }

        @Override
        public double valueOptimum() {
            return 0;
        }

        @Override
        public double generatorOptimum() {
            return 0;
        }
    }

    /// Pairs of one example of data and one sample: `V = E ln σ(ℓ(x) − ℓ(G(z)))` and `J(G) = −E ln σ(ℓ(G(z)) − ℓ(x))`.
    /// The generator has not won while data are judged better than samples, however the samples are judged by
    /// themselves: there is no flat region in which modes can stay forgotten.
    ///
    /// Source: Jolicoeur-Martineau 2018 (arXiv:1807.00734), equations 9 and 10; Huang et al. 2024 (arXiv:2501.05441),
    /// equation 2.
    record RelativisticPaired() implements Objective {
        @Override
        public Tensor value(Tensor real, Tensor fake) {
            return fake.minus(real).softplus().mean().negate();
        }

        @Override
        public Tensor generatorLoss(Tensor real, Tensor fake) {
            return real.minus(fake).softplus().mean();
        }

        @Override
        public Tensor generatorLossOnData(Tensor real) {
            return Tensor.of(0);
        }

        @Override
        public Tensor output(Tensor logits) {
            return logits;
        }

        @Override
        public double valueOptimum() {
            return -LN2;
        }

        @Override
        public double generatorOptimum() {
            return LN2;
        }
    }

    /// Each example against the average of the other kind: with `r = ℓ(x) − E ℓ(G(z))` and `f = ℓ(G(z)) − E ℓ(x)`,
    /// `V = E ln σ(r) + E ln(1 − σ(f))` and `J(G) = −E ln(1 − σ(r)) − E ln σ(f)`.
    ///
    /// Source: Jolicoeur-Martineau 2018 (arXiv:1807.00734), equations 15 to 18.
    record RelativisticAverage() implements Objective {
        @Override
        public Tensor value(Tensor real, Tensor fake) {
            return losses(real.minus(fake.mean()), fake.minus(real.mean())).negate();
        }

        @Override
        public Tensor generatorLoss(Tensor real, Tensor fake) {
            return losses(fake.minus(real.mean()), real.minus(fake.mean()));
        }

        @Override
        public Tensor generatorLossOnData(Tensor real) {
            return Tensor.of(0);
        }

        /// `−E ln σ(above) − E ln(1 − σ(below))`.
        private static Tensor losses(Tensor above, Tensor below) {
            return above.negate().softplus().mean().plus(below.softplus().mean());
        }

        @Override
        public Tensor output(Tensor logits) {
            return logits;
        }

        @Override
        public double valueOptimum() {
            return -2 * LN2;
        }

        @Override
        public double generatorOptimum() {
            return 2 * LN2;
        }
    }

    /// `ln 2`.
    double LN2 = StrictMath.log(2);
}
