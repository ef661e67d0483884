package dev.simulacra.game.objective;

import dev.simulacra.tensor.Tensor;

/// The zero-sum game of the 2014 paper: the generator descends the part of V that it moves,
/// `J(G) = E ln(1 − D(G(z)))`. Its gradient vanishes where the discriminator rejects with certainty; hence
/// "saturating". [CrossEntropy] has V.
///
/// Source: Goodfellow et al. 2014 (arXiv:1406.2661), equation 1.
public record Minimax(LogProbability logarithm) implements CrossEntropy {
    @Override
    public Tensor generatorLoss(Tensor real, Tensor fake) {
        return logarithm.ofFake(fake).mean();
    }

    @Override
    public Tensor generatorLossOnData(Tensor real) {
        return logarithm.ofReal(real).mean();
    }

    @Override
    public double generatorOptimum() {
        return -StrictMath.log(2);
    }
}
