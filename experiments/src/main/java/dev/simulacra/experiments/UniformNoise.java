package dev.simulacra.experiments;

import dev.simulacra.data.Distribution;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// The uniform distribution between −1 and 1 in each coordinate.
record UniformNoise(int dimension) implements Distribution {
    @Override
    public Tensor sample(String stream, int m) {
        return Tensor.draw(stream, new Law.Uniform(-1, 1), Shape.of(m, dimension));
    }
}
