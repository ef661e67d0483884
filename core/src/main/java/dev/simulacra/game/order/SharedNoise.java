package dev.simulacra.game.order;

import dev.simulacra.game.Game;
import dev.simulacra.game.Monitored;
import dev.simulacra.game.Order;
import dev.simulacra.game.Player;
import dev.simulacra.game.UpdatePlan;
import dev.simulacra.program.Computation;
import java.util.List;

/// One update of the discriminator, then one of the generator against the new discriminator, both on the same
/// generated examples: the generator's forward pass serves both. Most programs since the 2014 paper do so.
public record SharedNoise() implements Order {
    @Override
    public int k() {
        return 1;
    }

    @Override
    public UpdatePlan plan(Game game, Player generator, Player discriminator) {
        Game.UpdateGraph first = game.jointUpdateGraph("discriminator");
        Game.UpdateGraph second = game.updateGraph("discriminator");
        Monitored monitored = Monitored.of(second, first);
        Computation ascent = discriminator.ascend(first.penalizedValue()).and(monitored.byDiscriminator(first));
        Computation descent = generator.descend(monitored.generatorLoss()).and(monitored.byGenerator(second));
        return new UpdatePlan(
                List.of(new UpdatePlan.Update(
                        "the discriminator's update, then the generator's", 1, List.of(ascent, descent))),
                monitored);
    }
}
