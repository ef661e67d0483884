/// Tables in files of separated values: CSV and its relatives.
///
/// Start with [dev.simulacra.tables.csv.TableFile].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.tables.csv;

import org.jspecify.annotations.NullMarked;
