package dev.simulacra.game;

import dev.simulacra.tensor.Tensor;

/// What the players play for, as functions of the discriminator's logits on data and on generated examples, `(m, 1)`
/// each.
public sealed interface Objective {
    /// How this objective takes logarithms.
    Logarithm logarithm();

    /// The value `V(D, G) = E ln D(x) + E ln(1 − D(G(z)))`, a scalar in nats, which the discriminator ascends.
    default Tensor value(Tensor real, Tensor fake) {
        return logarithm().ofReal(real).mean().plus(logarithm().ofFake(fake).mean());
    }

    /// The loss `J(G)`, a scalar in nats, which the generator descends.
    Tensor generatorLoss(Tensor fake);

    /// `J(G)` where D is ½ everywhere.
    double generatorOptimum();

    /// The zero-sum game: the generator descends the part of V that it moves, `J(G) = E ln(1 − D(G(z)))`. Its gradient
    /// vanishes where the discriminator rejects with certainty; hence "saturating".
    record Minimax(Logarithm logarithm) implements Objective {
        @Override
        public Tensor generatorLoss(Tensor fake) {
            return logarithm.ofFake(fake).mean();
        }

        @Override
        public double generatorOptimum() {
            return -StrictMath.log(2);
        }
    }

    /// The heuristic of the 2014 paper: `J(G) = −E ln D(G(z))`, with the same fixed point and a gradient that does not
    /// vanish early on.
    record NonSaturating(Logarithm logarithm) implements Objective {
        @Override
        public Tensor generatorLoss(Tensor fake) {
            return logarithm.ofReal(fake).mean().negate();
        }

        @Override
        public double generatorOptimum() {
            return StrictMath.log(2);
        }
    }
}
