package dev.simulacra.game;

import dev.simulacra.tensor.Tensor;
import java.util.function.UnaryOperator;

/// A minibatch of data and one of generated examples before the discriminator.
///
/// @param real       examples from the data, `(m, dimension)`
/// @param fake       generated examples, `(m, dimension)`
/// @param realLogits the discriminator's logits on `real`, `(m, 1)`
/// @param fakeLogits the discriminator's logits on `fake`, `(m, 1)`
/// @param logits     the discriminator on any other minibatch, as on data
public record Judgement(
        Tensor real, Tensor fake, Tensor realLogits, Tensor fakeLogits, UnaryOperator<Tensor> logits) {}
