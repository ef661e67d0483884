package dev.simulacra.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/// One library at one setting: what does the work.
public interface Contestant {
    /// `work`, ready to run.
    Task task(Work work);

    /// The losses of the first `steps` steps, `J(D)` and `J(G)` of each: Simulacra writes weights and draws to `trace`,
    /// a peer begins with those weights and takes those draws.
    double[] losses(TrainingStep work, Path trace, int steps) throws IOException;
}
