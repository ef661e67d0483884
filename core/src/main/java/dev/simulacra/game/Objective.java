package dev.simulacra.game;

import dev.simulacra.tensor.Tensor;

/// An objective of the game: the value that the discriminator ascends and the loss that the generator descends, as
/// functions of the discriminator's logits `ℓ`.
///
/// Logits on data and on generated examples are `(m, 1)` each. The [#output] of the logits is what a paper calls the
/// discriminator, critic or variational function. Expectations are means over the minibatch; `p` is the density of the
/// data, `q` that of the generator.
///
/// This interface is open. An objective of one's own is a record that implements the methods below by tensor
/// expressions; derivatives follow from them. Where its optimum is known, it implements [KnownOptimum] or
/// [KnownDiscriminator], and reports then show the optimum beside what was measured.
public interface Objective {
    /// The value `V(D, G)`, a scalar, which the discriminator ascends.
    ///
    /// @param real the logits on data, `(m, 1)`
    /// @param fake the logits on generated examples, `(m, 1)`
    Tensor value(Tensor real, Tensor fake);

    /// The loss `J(G)`, a scalar, which the generator descends.
    ///
    /// @param real the logits on data, `(m, 1)`
    /// @param fake the logits on generated examples, `(m, 1)`
    Tensor generatorLoss(Tensor real, Tensor fake);

    /// The part of the generator's loss that depends on the logits on data alone, a scalar; [#generatorLoss] leaves it
    /// out, because it does not depend on the generator while the discriminator stands still. An order that unrolls
    /// the discriminator adds it, because unrolled logits on data depend on the generator too.
    ///
    /// Where `q = p` and the discriminator is optimal, its derivatives in the logits cancel those of `J(G)`, so that
    /// unrolling moves no generator away from the equilibrium.
    ///
    /// @param real the logits on data, `(m, 1)`
    /// @throws UnsupportedOperationException where the objective does not define it, so that it cannot be unrolled
    default Tensor generatorLossOnData(Tensor real) {
        throw new UnsupportedOperationException("unrolling: " + this + " does not define the part of the generator's"
                + " loss on data; implement generatorLossOnData, or unroll no steps");
    }

    /// The discriminator's output as the objective's source defines it, an elementwise function of the logits.
    Tensor output(Tensor logits);

    /// The meaning of the size of the [#output].
    OutputScale scale();
}
