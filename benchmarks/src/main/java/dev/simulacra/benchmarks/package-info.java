/// Comparisons side by side: how long a piece of work takes here, and how long it takes a peer in the same run.
///
/// Start with [dev.simulacra.benchmarks.Arena]. Each contender lives in a process of its own and computes only while
/// it has the turn.
@NullMarked
package dev.simulacra.benchmarks;

import org.jspecify.annotations.NullMarked;
