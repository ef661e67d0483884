/// Distributions with many modes, experiments on them and on a user's points, and published protocols of evaluation.
///
/// Start with [dev.simulacra.experiments.benchmark.BenchmarkDistribution].
@NullMarked
package dev.simulacra.experiments.benchmark;

import org.jspecify.annotations.NullMarked;
