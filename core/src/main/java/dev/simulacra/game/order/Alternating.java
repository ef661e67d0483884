package dev.simulacra.game.order;

import dev.simulacra.game.Game;
import dev.simulacra.game.Monitored;
import dev.simulacra.game.Order;
import dev.simulacra.game.Player;
import dev.simulacra.game.UpdatePlan;
import dev.simulacra.program.Computation;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/// `k` updates of the discriminator, each on fresh minibatches, then one of the generator: Algorithm 1 of the 2014
/// paper.
///
/// Where `unrolled` is above 0 the generator moves against the discriminator as it will be after that many more of
/// its own steps, on the minibatch at hand, and its gradient goes through these steps: it sees how the
/// discriminator will answer, on samples and on data ([dev.simulacra.game.Objective#generatorLossOnData]). Source: Metz
/// et al. 2017 (arXiv:1611.02163), equations 8 to 10.
///
/// @param k        the discriminator's updates before each of the generator's
/// @param unrolled how many steps of the discriminator the generator foresees
public record Alternating(int k, int unrolled) implements Order {
    private static final int LARGEST_K = 10_000;

    /// Each unrolled step is a part of the graph of its own.
    private static final int MOST_UNROLLED = 100;

    /// @throws IllegalArgumentException where `k` is not in 1 to 10,000 or `unrolled` not in 0 to 100
    public Alternating {
        if (k < 1 || k > LARGEST_K) {
            throw new IllegalArgumentException("alternating updates: k is " + k + ", it must be "
                    + (k < 1 ? "at least 1" : "at most " + LARGEST_K));
        }
        if (unrolled < 0 || unrolled > MOST_UNROLLED) {
            throw new IllegalArgumentException("alternating updates: unrolled is " + unrolled + ", it must be "
                    + (unrolled < 0 ? "at least 0" : "at most " + MOST_UNROLLED));
        }
    }

    /// Alternation without foresight.
    public Alternating(int k) {
        this(k, 0);
    }

    @Override
    public UpdatePlan plan(Game game, Player generator, Player discriminator) {
        Game.UpdateGraph first = game.jointUpdateGraph("discriminator");
        Game.UpdateGraph second = game.updateGraph("generator", foreseen(game, discriminator));
        Monitored monitored = Monitored.of(second, first);
        Computation ascent = discriminator.ascend(first.penalizedValue()).and(monitored.byDiscriminator(first));
        Tensor loss = unrolled == 0 ? second.generatorLoss() : second.wholeGeneratorLoss();
        Computation descent = generator.descend(loss).and(monitored.byGenerator(second));
        String times = k == 1 ? "" : ", " + k + " times";
        return new UpdatePlan(
                List.of(new UpdatePlan.Update("the discriminator's update" + times, k, List.of(ascent)),
                        new UpdatePlan.Update("the generator's update", 1, List.of(descent))),
                monitored);
    }

    /// The weights of the discriminator after `unrolled` more of its steps.
    private Function<Parameter, Tensor> foreseen(Game game, Player discriminator) {
        Player.PlayerState state = discriminator.present();
        for (int i = 0; i < unrolled; i++) {
            Game.UpdateGraph graph = game.updateGraph("generator", discriminator.at(state, Parameter::value));
            state = discriminator.next(state, graph.discriminatorGradients(state));
        }
        return discriminator.at(state, Parameter::value);
    }
}
