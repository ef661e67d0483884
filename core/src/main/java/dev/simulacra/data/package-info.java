/// What a generator learns: distributions that are sampled inside a graph, densities that are known, and data sets.
///
/// Start with [dev.simulacra.data.Distribution], then [dev.simulacra.data.Gaussian].
@NullMarked
package dev.simulacra.data;

import org.jspecify.annotations.NullMarked;
