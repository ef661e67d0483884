/// Numeric columns of a user's CSV file: reading, training, evaluation.
///
/// Start with [dev.simulacra.experiments.table.Points].
@NullMarked
package dev.simulacra.experiments.table;

import org.jspecify.annotations.NullMarked;
