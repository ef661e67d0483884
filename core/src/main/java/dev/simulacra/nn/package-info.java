/// Networks: layers that are their data, the way they are applied, and where their weights start.
///
/// Start with [dev.simulacra.nn.Layer] and [dev.simulacra.nn.Linear].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.nn;

import org.jspecify.annotations.NullMarked;
