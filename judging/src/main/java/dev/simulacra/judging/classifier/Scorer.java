package dev.simulacra.judging.classifier;

import dev.simulacra.tables.Table;

/// A function that gives each row of a table a number: larger where the positive class is more likely, or the
/// prediction of a regression.
@FunctionalInterface
public interface Scorer {
    /// The number of each row.
    double[] scores(Table rows);
}
