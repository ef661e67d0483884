package dev.simulacra.game.objective;

import dev.simulacra.game.KnownDiscriminator;

/// The two objectives of the 2014 paper, whose discriminator descends the binary cross-entropy of data and samples.
public sealed interface CrossEntropy extends KnownDiscriminator permits Minimax, NonSaturating {
    /// The computation of `ln D` and `ln(1 − D)` from the logits.
    LogProbability logarithm();
}
