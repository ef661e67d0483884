/// Simple generators of rows with which every generator is compared.
///
/// Start with [dev.simulacra.judging.baseline.ReferenceGenerator].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.judging.baseline;

import org.jspecify.annotations.NullMarked;
