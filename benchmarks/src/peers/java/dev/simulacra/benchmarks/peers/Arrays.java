package dev.simulacra.benchmarks.peers;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// Arrays of Java as tensors.
final class Arrays {
    private Arrays() {}

    /// A vector that holds a copy of `values`.
    static Tensor tensor(float... values) {
        return torch.from_blob(new FloatPointer(values), values.length).clone();
    }
}
