package dev.simulacra.game;

import dev.simulacra.nn.FixedLabel;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Layer;
import dev.simulacra.tensor.Tensor;

/// The discriminator: a network whose value at an example is the logit `ℓ` of the probability `D(x) = 1 / (1 + e⁻ˡ)`
/// that the example is data.
///
/// @param network `(m, dimension) → (m/pack, 1)`, without a final sigmoid
/// @param pack    the number of neighbouring examples that one logit is about: 1, or the size of the packs that the
///     network makes ([dev.simulacra.nn.Packed]); a [Game] checks it
public record Discriminator(Layer network, int pack) {
    /// @throws IllegalArgumentException where `pack` is below 1
    public Discriminator {
        if (pack < 1) {
            throw new IllegalArgumentException("discriminator: a logit is about " + pack
                    + " examples; it must be about at least 1");
        }
    }

    /// A discriminator with one logit for each example.
    public Discriminator(Layer network) {
        this(network, 1);
    }

    /// The logits `ℓ(x) = ln D(x) − ln(1 − D(x))`, `(m, dimension) → (m/pack, 1)`.
    public Tensor logits(Tensor x, ForwardPass pass) {
        return network.apply(x, pass);
    }

    /// The probabilities `D(x)`, `(m, dimension) → (m/pack, 1)`.
    public Tensor probability(Tensor x, ForwardPass pass) {
        return logits(x, pass).sigmoid();
    }

    /// This discriminator as it is for the label `label` of `labels`.
    ///
    /// @throws IllegalArgumentException where there is no such label
    public Discriminator atLabel(int label, int labels) {
        return new Discriminator(new FixedLabel(network, label, labels), pack);
    }
}
