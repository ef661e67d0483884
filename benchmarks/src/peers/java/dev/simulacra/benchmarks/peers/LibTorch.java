package dev.simulacra.benchmarks.peers;

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
import org.bytedeco.pytorch.global.torch;

/// LibTorch as a contestant, through JavaCPP's bindings of its C++ interface.
public final class LibTorch implements Contestant {
    private LibTorch() {}

    /// The number of threads is in the environment, where the libraries below LibTorch look for it too.
    public static void main(String... arguments) throws IOException {
        torch.manual_seed(1);
        ContestantLoop.serve(new LibTorch());
    }

    @Override
    public Task task(Work work) {
        return switch (work) {
            case TrainingStep step -> new TorchStep(step);
            case Loop loop -> TorchLoop.of(loop);
            case Product _, Bound _ -> throw new IllegalArgumentException("libtorch does not do " + work.name());
        };
    }

    @Override
    public double[] losses(TrainingStep work, Path trace, int steps) throws IOException {
        return new TorchStep(work).follow(Trace.read(trace), steps);
    }
}
