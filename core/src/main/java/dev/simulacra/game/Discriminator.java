package dev.simulacra.game;

import dev.simulacra.nn.FixedLabel;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Packed;
import dev.simulacra.nn.Sequential;
import dev.simulacra.tensor.Tensor;

/// The discriminator: a network whose value at an example is the logit `ℓ` of the probability `D(x) = 1 / (1 + e⁻ˡ)`
/// that the example is data.
///
/// @param network `(m, dimension) → (m, 1)`, without a final sigmoid
public record Discriminator(Layer network) {
    /// `ℓ(x) = ln D(x) − ln(1 − D(x))`, `(m, 1)`.
    public Tensor logits(Tensor x, ForwardPass pass) {
        return network.apply(x, pass);
    }

    /// `D(x)`, `(m, 1)`.
    public Tensor probability(Tensor x, ForwardPass pass) {
        return logits(x, pass).sigmoid();
    }

    /// This discriminator as it is for the label `label` of `labels`.
    ///
    /// @throws IllegalArgumentException where there is no such label
    public Discriminator atLabel(int label, int labels) {
        return new Discriminator(new FixedLabel(network, label, labels));
    }

    /// The number of neighbouring examples that one logit is of: 1, or the size of the [packs][Packed] that it judges.
    public int pack() {
        return pack(network);
    }

    private static int pack(Layer layer) {
        return switch (layer) {
            case Packed(var size) -> size;
            case FixedLabel(var network, var _, var _) -> pack(network);
            case Sequential(var layers) -> layers.stream().mapToInt(Discriminator::pack).reduce(1, (a, b) -> a * b);
            default -> 1;
        };
    }
}
