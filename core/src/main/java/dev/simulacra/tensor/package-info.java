/// Tensors as data: the closed set of operations, their shapes, their derivatives and what they mean in double
/// precision.
///
/// Start with [dev.simulacra.tensor.Op], then [dev.simulacra.tensor.Derivatives].
///
/// Stability: stable
@NullMarked
package dev.simulacra.tensor;

import org.jspecify.annotations.NullMarked;
