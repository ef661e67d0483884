package dev.simulacra.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/// One library at one setting: what does the work.
public interface Contestant {
    /// The work of this name, ready to run.
    Task task(String work);

    /// Writes the first `steps` of a training step to `trace`, or follows those that are written there, and tells the
    /// losses as `J(D) J(G)`, one pair a step.
    double[] losses(String work, Path trace, int steps) throws IOException;
}
