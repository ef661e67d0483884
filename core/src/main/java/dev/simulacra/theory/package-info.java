/// What the theory of the game promises, and how far a game is from it.
///
/// Start with [dev.simulacra.theory.Equilibrium], then [dev.simulacra.theory.JensenShannon]; where a game goes, with
/// [dev.simulacra.theory.VectorField], then [dev.simulacra.theory.LinearQuadraticGame].
@NullMarked
package dev.simulacra.theory;

import org.jspecify.annotations.NullMarked;
