package dev.simulacra.kernel;

/// A task in numbered parts that may run at the same time; each writes results that no other part touches.
@FunctionalInterface
public interface Part {
    /// Runs part `part`, counted from 0.
    void run(int part);
}
