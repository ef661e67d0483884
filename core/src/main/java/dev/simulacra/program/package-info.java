/// From a graph to something that runs: in float, compiled once, run many times.
///
/// The passes in their order: [dev.simulacra.program.Simplify], [dev.simulacra.program.Fuse],
/// [dev.simulacra.program.Scheduling], [dev.simulacra.program.MemoryPlan], [dev.simulacra.program.Lower]. What they
/// leave is a list of instructions over arrays, a [dev.simulacra.program.Program].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.program;

import org.jspecify.annotations.NullMarked;
