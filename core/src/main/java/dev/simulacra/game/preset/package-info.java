/// Settings of a whole game, and named presets from the literature.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.game.preset;

import org.jspecify.annotations.NullMarked;
