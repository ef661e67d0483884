package dev.simulacra.game;

/// One of the two minibatches that the discriminator compares.
public enum Side {
    /// Examples of the data.
    DATA,
    /// Generated examples.
    SAMPLES
}
