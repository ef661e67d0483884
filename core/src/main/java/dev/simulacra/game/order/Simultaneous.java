package dev.simulacra.game.order;

import dev.simulacra.game.Game;
import dev.simulacra.game.Order;
import dev.simulacra.game.Player;
import dev.simulacra.game.UpdatePlan;

/// One update of both players at the same moment, on the same generated examples and with the same dropout masks:
/// the 2014 paper's code.
public record Simultaneous() implements Order {
    @Override
    public int k() {
        return 1;
    }

    @Override
    public UpdatePlan plan(Game game, Player generator, Player discriminator) {
        Game.UpdateGraph graph = game.updateGraph("discriminator");
        return new JointUpdate(graph, generator, discriminator).against(
                graph.generatorGradients(generator.present()), graph.discriminatorGradients(discriminator.present()));
    }
}
