/// Planted violations of the rules, for the test of the rules.
@NullMarked
package dev.simulacra.planted.game;

import org.jspecify.annotations.NullMarked;
