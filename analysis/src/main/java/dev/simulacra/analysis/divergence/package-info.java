/// Divergences between known and estimated densities, and the optimal discriminator that they come from.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.analysis.divergence;

import org.jspecify.annotations.NullMarked;
