package dev.simulacra.experiments;

/// A trial whose players see labels, and whose data have a known density for each: each label is a game of its own.
public interface ConditionalTrial extends Trial {
    /// The game of one label, against the data that have it.
    ///
    /// @param label from 0
    TheoryTrial ofLabel(int label);
}
