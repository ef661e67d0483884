/// Tests of the comparisons' arithmetic, and one small comparison of Simulacra with itself.
@NullMarked
package dev.simulacra.benchmarks;

import org.jspecify.annotations.NullMarked;
