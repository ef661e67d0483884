package dev.simulacra.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/// Simulacra as a contestant.
///
/// @param threads how many threads share the work
public record Ours(int threads) implements Contestant {
    /// @param arguments the number of threads
    public static void main(String... arguments) throws IOException {
        Turns.serve(new Ours(Integer.parseInt(arguments[0])));
    }

    @Override
    public Task task(String work) {
        return new OurStep(TrainingStep.of(work), threads);
    }

    @Override
    public double[] losses(String work, Path trace, int steps) throws IOException {
        return new OurStep(TrainingStep.of(work), threads).trace(trace, steps);
    }
}
