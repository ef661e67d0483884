package dev.simulacra.experiments;

import dev.simulacra.game.Objective;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// Both players' losses over many points, in double precision.
///
/// @param discriminator `J(D) = −V(D, G)`, without penalties
/// @param generator     `J(G)`
record Losses(double discriminator, double generator) {

    /// The losses of `objective`, from the discriminator's logits on data and on samples.
    static Losses of(Objective objective, float[] onData, float[] onSamples) {
        Tensor real = Tensor.table("data", Shape.of(onData.length, 1), onData);
        Tensor fake = Tensor.table("samples", Shape.of(onSamples.length, 1), onSamples);
        Reference reference = Reference.create();
        return new Losses(
                -reference.scalar(objective.value(real, fake)), reference.scalar(objective.generatorLoss(fake)));
    }
}
