/// DL4J as a peer, outside the ordinary build and on a class path of its own.
@NullMarked
package dev.simulacra.benchmarks.dl4j;

import org.jspecify.annotations.NullMarked;
