/// Dynamics of two players: vector fields, their Jacobians and eigenvalues, and the stability of update schemes.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.analysis.dynamics;

import org.jspecify.annotations.NullMarked;
