/// Distances between samples and data, each with the value that perfect samples would have.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.analysis.metrics;

import org.jspecify.annotations.NullMarked;
