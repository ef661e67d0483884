package dev.simulacra.judging.classifier;

import dev.simulacra.tables.Table;

/// A method that learns to predict a number from a row.
@FunctionalInterface
public interface Regressor {
    /// The predictor that is learned from `rows`.
    ///
    /// @param target the number of each row
    Scorer fit(Table rows, double[] target);
}
