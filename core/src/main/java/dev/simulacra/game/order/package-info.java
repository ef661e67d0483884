/// Orders in which the players move within one step.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.game.order;

import org.jspecify.annotations.NullMarked;
