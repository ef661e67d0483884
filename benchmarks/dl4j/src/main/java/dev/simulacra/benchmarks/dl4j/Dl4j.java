package dev.simulacra.benchmarks.dl4j;

import dev.simulacra.benchmarks.Bound;
import dev.simulacra.benchmarks.Contestant;
import dev.simulacra.benchmarks.ContestantLoop;
import dev.simulacra.benchmarks.Loop;
import dev.simulacra.benchmarks.Product;
import dev.simulacra.benchmarks.Task;
import dev.simulacra.benchmarks.Trace;
import dev.simulacra.benchmarks.TrainingStep;
import dev.simulacra.benchmarks.Work;
import java.io.IOException;
import java.nio.file.Path;
import org.nd4j.linalg.factory.Nd4j;

/// DL4J as a contestant.
public final class Dl4j implements Contestant {
    private Dl4j() {}

    /// The number of threads is in the environment, where the libraries below DL4J look for it.
    public static void main(String... arguments) throws IOException {
        Nd4j.getRandom().setSeed(1);
        ContestantLoop.serve(new Dl4j());
    }

    @Override
    public Task task(Work work) {
        return switch (work) {
            case TrainingStep step -> new Dl4jStep(step, new Fresh(step));
            case Product _, Loop _, Bound _ -> throw new IllegalArgumentException("dl4j does not do " + work.name());
        };
    }

    @Override
    public double[] losses(TrainingStep work, Path trace, int steps) throws IOException {
        return Dl4jStep.follow(work, Trace.read(trace), steps);
    }
}
