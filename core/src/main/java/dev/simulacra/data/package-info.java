/// Data to learn from: distributions, some with a known density, tables of points, and MNIST's files.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.data;

import org.jspecify.annotations.NullMarked;
