/// Objectives from the literature: the 2014 paper's, least squares, hinge, Wasserstein, relativistic and f-divergences.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.game.objective;

import org.jspecify.annotations.NullMarked;
