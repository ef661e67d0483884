/// Comparison of a trained game with its equilibrium: the discriminator with the optimal one, the samples with the
/// data.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.analysis.equilibrium;

import org.jspecify.annotations.NullMarked;
