package dev.simulacra.examples;

import dev.simulacra.analysis.conformance.DiscreteGame;
import dev.simulacra.game.KnownOptimum;
import dev.simulacra.game.OutputScale;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.OptionalDouble;

/// An objective of one's own: the exponential loss of boosting, in logits `ℓ`.
///
/// ```text
/// V(D, G) = −E e^(−ℓ(x)/2) − E e^(ℓ(G(z))/2)        J(G) = E e^(−ℓ(G(z))/2)
/// ```
/// The best discriminator is `ℓ = ln(p/q)`, as for the cross-entropy, and attains `V = −2 Σ √(pq)`: the game is about
/// the Hellinger distance. Whether that is so is not a matter of belief: a [DiscreteGame] has finitely many points, and
/// searches for the best discriminator.
public final class Example07OwnObjective {
    /// The objective, whose values at equilibrium are known, so that reports show them.
    record Exponential() implements KnownOptimum {
        @Override
        public Tensor value(Tensor real, Tensor fake) {
            return penalty(real).plus(penalty(fake.negate())).negate();
        }

        @Override
        public Tensor generatorLoss(Tensor real, Tensor fake) {
            return penalty(fake);
        }

        private static Tensor penalty(Tensor logits) {
            return logits.times(-0.5).exp().mean();
        }

        @Override
        public Tensor output(Tensor logits) {
            return logits.sigmoid();
        }

        @Override
        public OutputScale scale() {
            return OutputScale.PROBABILITY;
        }

        @Override
        public double valueOptimum() {
            return -2;
        }

        @Override
        public double generatorOptimum() {
            return 1;
        }

        @Override
        public OptionalDouble outputOptimum() {
            return OptionalDouble.of(0.5);
        }
    }

    private Example07OwnObjective() {}

    static void main() {
        int[] p = {4, 2, 1, 1};
        int[] q = {1, 1, 2, 4};
        double[] found = bestLogits(p, q);
        IO.println("best logits found: " + Arrays.toString(found));
        IO.println("ln(p/q):           [1.3863, 0.6931, -0.6931, -1.3863]");
        IO.println("V attained:        " + game(p, q).value(found) + ", which is −2 Σ √(pq)");
    }

    /// The logits of the best discriminator, where the counts of data and samples at each point are `p` and `q`.
    static double[] bestLogits(int[] p, int[] q) {
        return game(p, q).optimalLogits(DiscreteGame.Discriminators.ALL);
    }

    static DiscreteGame game(int[] p, int[] q) {
        Exponential objective = new Exponential();
        return new DiscreteGame(p, q, objective::value, objective::generatorLoss);
    }
}
