package dev.simulacra.judging.classifier;

import dev.simulacra.tables.Table;

/// A method that learns to tell two classes of rows apart.
@FunctionalInterface
public interface Classifier {
    /// The scorer that is learned from `rows`.
    ///
    /// @param isPositive the class of each row
    /// @return a function of tables with the same columns and words
    Scorer fit(Table rows, boolean[] isPositive);
}
