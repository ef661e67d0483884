package dev.simulacra.data;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// The uniform distribution on `[−1, 1)` in each of `dimension` independent coordinates: a noise prior.
///
/// @param dimension the number of coordinates, at least 1
public record UniformNoise(int dimension) implements Distribution {
    /// @throws IllegalArgumentException where there is no coordinate
    public UniformNoise {
        if (dimension < 1) {
            throw new IllegalArgumentException(
                    "uniform noise: " + dimension + " coordinates; there must be at least 1");
        }
    }

    @Override
    public Tensor sample(String stream, int m) {
        return Tensor.draw(stream, new Law.Uniform(-1, 1), Shape.of(m, dimension));
    }
}
