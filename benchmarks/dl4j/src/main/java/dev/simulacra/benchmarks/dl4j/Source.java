package dev.simulacra.benchmarks.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/// Where a step's data and noise come from.
interface Source {
    /// Writes data to `x`.
    void real(INDArray x);

    /// Writes noise to `z`.
    void noise(INDArray z);
}
