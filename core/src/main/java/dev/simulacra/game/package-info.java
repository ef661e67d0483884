/// The adversarial game: its two players, its value, and Algorithm 1 of Goodfellow et al. 2014.
///
/// Start with [dev.simulacra.game.Game], then [dev.simulacra.game.Training].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.game;

import org.jspecify.annotations.NullMarked;
