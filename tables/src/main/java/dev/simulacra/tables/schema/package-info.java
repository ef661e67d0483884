/// Schemas of tables: the columns' names and kinds.
///
/// Start with [dev.simulacra.tables.schema.Schema].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.tables.schema;

import org.jspecify.annotations.NullMarked;
