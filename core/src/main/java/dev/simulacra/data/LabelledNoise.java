package dev.simulacra.data;

import dev.simulacra.tensor.Tensor;
import java.util.List;

/// Noise and, independent of it, the label that a generator is asked for: rows `[z, y]`.
///
/// @param noise  the law of z
/// @param labels the law of y
public record LabelledNoise(Distribution noise, Labels labels) implements Distribution {
    @Override
    public int dimension() {
        return noise.dimension() + labels.dimension();
    }

    @Override
    public Tensor sample(String stream, int m) {
        return Tensor.concatenate(1, List.of(noise.sample(stream, m), labels.sample(stream + "/labels", m)));
    }
}
