package dev.simulacra.game;

import dev.simulacra.program.Computation;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// Values readable after a step of training, scalars.
///
/// @param value         `V(D, G)` before the discriminator's update
/// @param meanOnData    the mean of the discriminator's outputs on data, likewise
/// @param meanOnSamples the mean of its outputs on generated examples, likewise
/// @param generatorLoss `J(G)` before the generator's update
public record Monitored(Tensor value, Tensor meanOnData, Tensor meanOnSamples, Tensor generatorLoss) {
    /// The values of the discriminator's and of the generator's update.
    public static Monitored of(Game.UpdateGraph ofGenerator, Game.UpdateGraph ofDiscriminator) {
        return new Monitored(ofDiscriminator.value(), ofDiscriminator.meanOnData(), ofDiscriminator.meanOnSamples(),
                ofGenerator.generatorLoss());
    }

    /// The discriminator's values as outputs, and the running statistics that the discriminator keeps of `graph`.
    public Computation byDiscriminator(Game.UpdateGraph graph) {
        return new Computation(List.of(value, meanOnData, meanOnSamples), graph.discriminatorStatistics());
    }

    /// The generator's loss as output, and the running statistics that the generator keeps of `graph`.
    public Computation byGenerator(Game.UpdateGraph graph) {
        return new Computation(List.of(generatorLoss), graph.generatorStatistics());
    }
}
