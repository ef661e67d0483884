/// Tables in memory.
///
/// Start with [dev.simulacra.tables.Table].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.tables;

import org.jspecify.annotations.NullMarked;
