package dev.simulacra.game.order;

import dev.simulacra.game.Game;
import dev.simulacra.game.Monitored;
import dev.simulacra.game.Player;
import dev.simulacra.game.UpdatePlan;
import dev.simulacra.program.Computation;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// One update in which both players move at the same moment.
///
/// @param graph the graph whose values are monitored and whose running statistics are kept
record JointUpdate(Game.UpdateGraph graph, Player generator, Player discriminator) {
    /// The plan in which each player moves against its own gradients.
    UpdatePlan against(List<Tensor> generatorGradients, List<Tensor> discriminatorGradients) {
        Monitored monitored = Monitored.of(graph, graph);
        Computation moves = discriminator.move(discriminatorGradients)
                .and(monitored.byDiscriminator(graph))
                .and(generator.move(generatorGradients))
                .and(monitored.byGenerator(graph));
        return new UpdatePlan(
                List.of(new UpdatePlan.Update("both players' update", 1, List.of(moves))), monitored);
    }
}
