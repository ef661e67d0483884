package dev.simulacra.benchmarks;

/// A piece of work that can be done again and again.
@FunctionalInterface
public interface Task {
    /// Does it once.
    void run();
}
