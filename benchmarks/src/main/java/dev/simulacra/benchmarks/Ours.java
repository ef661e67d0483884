package dev.simulacra.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/// Simulacra as a contestant.
///
/// @param threads how many threads share the work
public record Ours(int threads) implements Contestant {
    /// @param arguments the number of threads
    public static void main(String... arguments) throws IOException {
        ContestantLoop.serve(new Ours(Integer.parseInt(arguments[0])));
    }

    @Override
    public Task task(Work work) {
        return switch (work) {
            case TrainingStep step -> new OurStep(step, threads);
            case Product product -> OurProduct.of(product, threads);
            case Loop loop -> OurLoop.of(loop, threads);
            case Bound bound -> new BoundTask(bound, threads);
        };
    }

    @Override
    public double[] losses(TrainingStep work, Path trace, int steps) throws IOException {
        return new OurStep(work, threads).trace(trace, steps);
    }
}
