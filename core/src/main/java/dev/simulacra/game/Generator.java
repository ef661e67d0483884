package dev.simulacra.game;

import dev.simulacra.data.Distribution;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Pass;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.function.Function;

/// The generator: a network that maps noise to examples, `x = G(z)` with `z ~ p_z`.
///
/// @param network    `(m, noise) → (m, dimension)`
/// @param noisePrior the distribution `p_z` of the noise
/// @param dimension  the number of columns of an example
public record Generator(Layer network, Distribution noisePrior, int dimension) {

    /// `G(z)`.
    public Tensor apply(Tensor z, Pass pass) {
        return network.apply(z, pass);
    }

    /// The model distribution `p_g` of `G(z)` with the network in inference and `weights` for its parameters.
    public Distribution distribution(Function<Parameter, Tensor> weights) {
        return new Distribution() {
            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public Tensor sample(String stream, int m) {
                return apply(noisePrior.sample(stream, m), Pass.inference().withWeights(weights));
            }
        };
    }
}
