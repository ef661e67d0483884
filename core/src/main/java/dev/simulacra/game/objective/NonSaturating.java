package dev.simulacra.game.objective;

import dev.simulacra.tensor.Tensor;

/// The heuristic of the 2014 paper: V as in [Minimax], and `J(G) = −E ln D(G(z))`, with the same fixed point and a
/// gradient that does not vanish early on.
///
/// Source: Goodfellow et al. 2014 (arXiv:1406.2661), section 3.
public record NonSaturating(LogProbability logarithm) implements CrossEntropy {
    @Override
    public Tensor generatorLoss(Tensor real, Tensor fake) {
        return logarithm.ofReal(fake).mean().negate();
    }

    @Override
    public Tensor generatorLossOnData(Tensor real) {
        return logarithm.ofFake(real).mean().negate();
    }

    @Override
    public double generatorOptimum() {
        return StrictMath.log(2);
    }
}
