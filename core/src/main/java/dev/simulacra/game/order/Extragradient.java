package dev.simulacra.game.order;

import dev.simulacra.game.Game;
import dev.simulacra.game.Order;
import dev.simulacra.game.Player;
import dev.simulacra.game.UpdatePlan;
import dev.simulacra.tensor.Parameter;

/// Both players look one step ahead, and then move from where they stood along the gradients found there, on the
/// same minibatch: where simultaneous steps circle, these approach.
///
/// The learning rule's memory advances once, with the move. Sources: Korpelevich 1976; Gidel et al. 2019
/// (arXiv:1802.10551), section 3.2, where with Adam it advances twice.
public record Extragradient() implements Order {
    @Override
    public int k() {
        return 1;
    }

    @Override
    public UpdatePlan plan(Game game, Player generator, Player discriminator) {
        Game.UpdateGraph here = game.updateGraph("discriminator");
        Player.PlayerState aheadD =
                discriminator.next(discriminator.present(), here.discriminatorGradients(discriminator.present()));
        Player.PlayerState aheadG = generator.next(generator.present(), here.generatorGradients(generator.present()));
        Game.UpdateGraph there = game.updateGraph(
                "discriminator", discriminator.at(aheadD, generator.at(aheadG, Parameter::value)));
        return new JointUpdate(here, generator, discriminator)
                .against(there.generatorGradients(aheadG), there.discriminatorGradients(aheadD));
    }
}
