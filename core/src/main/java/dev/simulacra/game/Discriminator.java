package dev.simulacra.game;

import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Pass;
import dev.simulacra.tensor.Tensor;

/// The discriminator: a network whose value at an example is the logit `ℓ` of the probability `D(x) = 1 / (1 + e⁻ˡ)`
/// that the example is data.
///
/// @param network `(m, dimension) → (m, 1)`, without a final sigmoid
public record Discriminator(Layer network) {
    /// `ℓ(x) = ln D(x) − ln(1 − D(x))`, `(m, 1)`.
    public Tensor logits(Tensor x, Pass pass) {
        return network.apply(x, pass);
    }

    /// `D(x)`, `(m, 1)`.
    public Tensor probability(Tensor x, Pass pass) {
        return logits(x, pass).sigmoid();
    }
}
