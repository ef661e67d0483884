package dev.simulacra.game;

import java.util.OptionalDouble;

/// An objective whose values at equilibrium are known: where `q = p` and the discriminator is optimal.
public interface KnownOptimum extends Objective {
    /// `V` at equilibrium, in nats where the objective is logarithmic.
    double valueOptimum();

    /// `J(G)` at equilibrium and, if a constant can be added to the logits, with logits that are 0 on average.
    double generatorOptimum();

    /// The discriminator's [#output] at equilibrium; empty where no single value is optimal.
    OptionalDouble outputOptimum();
}
