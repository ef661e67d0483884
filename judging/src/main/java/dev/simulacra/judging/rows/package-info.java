/// Rows of tables picked and joined, words with common numbers, and draws from a seed.
///
/// Start with [dev.simulacra.judging.rows.TableRows].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.judging.rows;

import org.jspecify.annotations.NullMarked;
