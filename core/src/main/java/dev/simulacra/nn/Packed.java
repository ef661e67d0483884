package dev.simulacra.nn;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// A layer that lays each `size` neighbouring examples of a minibatch side by side: `(m, d) → (m/size, size · d)`.
///
/// In front of a discriminator it judges packs of examples, all data or all samples, and a pack of samples from few
/// modes looks unlike one of data. Source: Lin et al. 2018 (arXiv:1712.04086), section 2.
///
/// @param size the examples in a pack, at least 1
public record Packed(int size) implements Layer {
    /// @throws IllegalArgumentException where `size` is below 1
    public Packed {
        if (size < 1) {
            throw new IllegalArgumentException("packing: a pack has " + size + " examples, it must have at least 1");
        }
    }

    /// @throws IllegalArgumentException where the minibatch is not a number of whole packs
    @Override
    public Tensor apply(Tensor x, ForwardPass pass) {
        Shape shape = x.shape();
        if (shape.rank() != 2 || shape.extent(0) % size != 0) {
            throw new IllegalArgumentException("packing: a minibatch " + shape + " is not a number of whole packs of "
                    + size + " examples");
        }
        return x.reshape(shape.extent(0) / size, size * shape.extent(1));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}
