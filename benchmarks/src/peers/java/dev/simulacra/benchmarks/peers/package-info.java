/// The peers' side of the comparisons. Compiled in the profile `peers` alone, because it needs their native libraries.
@NullMarked
package dev.simulacra.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
