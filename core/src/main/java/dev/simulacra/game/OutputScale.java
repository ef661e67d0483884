package dev.simulacra.game;

/// The meaning of the size of a discriminator's output under an objective.
public enum OutputScale {
    /// The output `D = σ(ℓ)` is the probability that an example is data.
    PROBABILITY,
    /// The output is not a probability; at equilibrium it has one value everywhere.
    VALUE,
    /// The sign of the output tells whether an example is likelier as data or as a sample; where both are equally
    /// likely, every output is optimal.
    SIGN,
    /// Only differences of outputs between examples have a meaning: a constant can be added to all.
    DIFFERENCE
}
