/// Numerical methods that the comparisons need: eigenvalues and optimal assignment.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.analysis.numerics;

import org.jspecify.annotations.NullMarked;
