/// Encodings of columns: invertible maps between cells and what the players see.
///
/// Start with [dev.simulacra.tables.encoding.ColumnEncoding].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.tables.encoding;

import org.jspecify.annotations.NullMarked;
