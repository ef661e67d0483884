/// Quality and privacy of synthetic tables.
///
/// Start with [dev.simulacra.judging.QualityReport].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.judging;

import org.jspecify.annotations.NullMarked;
