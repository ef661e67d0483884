/// What a generator learns from: distributions, some with a known density, tables of points, and MNIST's files.
@NullMarked
package dev.simulacra.data;

import org.jspecify.annotations.NullMarked;
