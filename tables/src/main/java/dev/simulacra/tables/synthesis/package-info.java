/// Learning the joint distribution of a table's columns, and sampling from it.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.tables.synthesis;

import org.jspecify.annotations.NullMarked;
