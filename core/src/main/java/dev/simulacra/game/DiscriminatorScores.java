package dev.simulacra.game;

import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Tensor;
import java.util.function.UnaryOperator;

/// A minibatch of data and one of generated examples before the discriminator.
///
/// Where examples have labels, these belong to the discriminator here: an example is x alone.
public sealed interface DiscriminatorScores {
    /// Examples from the data, `(m, dimension)`.
    Tensor real();

    /// Generated examples, `(m, dimension)`.
    Tensor fake();

    /// The discriminator's logits on the data, `(m, 1)`.
    Tensor realLogits();

    /// The discriminator's logits on the generated examples, `(m, 1)`.
    Tensor fakeLogits();

    /// `∇ℓ(x)` at each example of the data, `(m, dimension)`: right where the discriminator treats the examples of a
    /// minibatch independently.
    Tensor realSlopes();

    /// `∇ℓ(x)` at each generated example, `(m, dimension)`, with the same proviso.
    Tensor fakeSlopes();

    /// The discriminator on any other minibatch, as on data; with the data's labels, where there are any.
    UnaryOperator<Tensor> logits();

    /// Data and generated examples judged as two minibatches.
    record SeparateBatches(Tensor real, Tensor fake, Tensor realLogits, Tensor fakeLogits, UnaryOperator<Tensor> logits)
            implements DiscriminatorScores {
        @Override
        public Tensor realSlopes() {
            return Gradients.of(realLogits.sum(), real);
        }

        @Override
        public Tensor fakeSlopes() {
            return Gradients.of(fakeLogits.sum(), fake);
        }
    }

    /// Data and generated examples judged as one minibatch, the data first. The values are those of [SeparateBatches]
    /// where the discriminator treats examples independently; the products are fewer and larger.
    ///
    /// @param examples   `(2m, dimension)`
    /// @param bothLogits the discriminator's logits on `examples`, `(2m, 1)`
    /// @param slopes     `∇ℓ(x)` at each of `examples`, `(2m, dimension)`: one tensor, so that what is differentiated
    ///     through both halves goes back through the discriminator once
    record JointBatch(Tensor examples, Tensor bothLogits, Tensor slopes, UnaryOperator<Tensor> logits)
            implements DiscriminatorScores {
        static JointBatch of(Tensor examples, Tensor bothLogits, UnaryOperator<Tensor> logits) {
            return new JointBatch(examples, bothLogits, Gradients.of(bothLogits.sum(), examples), logits);
        }

        @Override
        public Tensor real() {
            return firstHalf(examples);
        }

        @Override
        public Tensor fake() {
            return secondHalf(examples);
        }

        @Override
        public Tensor realLogits() {
            return firstHalf(bothLogits);
        }

        @Override
        public Tensor fakeLogits() {
            return secondHalf(bothLogits);
        }

        @Override
        public Tensor realSlopes() {
            return firstHalf(slopes);
        }

        @Override
        public Tensor fakeSlopes() {
            return secondHalf(slopes);
        }

        private static Tensor firstHalf(Tensor x) {
            return x.slice(0, 0, x.shape().extent(0) / 2);
        }

        private static Tensor secondHalf(Tensor x) {
            return x.slice(0, x.shape().extent(0) / 2, x.shape().extent(0));
        }
    }
}
