package dev.simulacra.benchmarks;

import java.io.IOException;
import java.util.function.Predicate;

/// One group of comparisons.
interface Comparison {
    /// Carries out those whose names are wanted, and reports them.
    void run(Predicate<String> wanted, Effort pace, BenchmarkReport report) throws IOException;
}
