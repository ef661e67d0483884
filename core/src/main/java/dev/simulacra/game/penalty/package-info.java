/// Gradient penalties of the discriminator from the literature.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.game.penalty;

import org.jspecify.annotations.NullMarked;
