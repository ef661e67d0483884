package dev.simulacra.program;

/// A piece of a compiled program: it reads arrays, writes arrays, and allocates nothing.
@FunctionalInterface
interface Instruction {
    /// Carries out the instruction at training step `step`, with draw number `draw` for random leaves.
    void run(long step, long draw);
}
