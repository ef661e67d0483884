package dev.simulacra.data;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// The standard normal distribution N(0, I) in `dimension` independent coordinates: a noise prior.
///
/// It draws the same rows as `Gaussian.isotropic(dimension, 1)`, which also knows its density and stores a covariance
/// matrix for it.
///
/// @param dimension the number of coordinates, at least 1
public record NormalNoise(int dimension) implements Distribution {
    /// @throws IllegalArgumentException where there is no coordinate
    public NormalNoise {
        if (dimension < 1) {
            throw new IllegalArgumentException(
                    "normal noise: " + dimension + " coordinates; there must be at least 1");
        }
    }

    @Override
    public Tensor sample(String stream, int m) {
        return Tensor.draw(stream, new Law.Normal(), Shape.of(m, dimension));
    }
}
