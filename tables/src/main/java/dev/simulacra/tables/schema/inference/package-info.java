/// Inference of a schema from all cells of a table, in one pass.
///
/// Start with [dev.simulacra.tables.schema.inference.TableInference].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.tables.schema.inference;

import org.jspecify.annotations.NullMarked;
