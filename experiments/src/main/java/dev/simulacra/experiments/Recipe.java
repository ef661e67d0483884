package dev.simulacra.experiments;

import dev.simulacra.data.Distribution;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Game;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Logarithm;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Order;
import dev.simulacra.game.Penalty;
import dev.simulacra.game.Player;
import dev.simulacra.game.Training;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import java.util.List;

/// The game that reaches its equilibrium on small data: the non-saturating objective, penalties on steep logits, Adam
/// for both players in turn, rates that fall to a tenth along a cosine, averaged weights.
///
/// @param minibatch the number of examples in one update
/// @param rateD     the discriminator's first learning rate
/// @param rateG     the generator's first learning rate
/// @param beta1     Adam's β₁
/// @param beta2     Adam's β₂
/// @param r1        the weight γ of the penalty on data
/// @param r2        the weight γ of the penalty on samples; at 0 there is none
/// @param average   the decay of the weights' moving average
/// @param steps     the horizon of the rates
record Recipe(
        int minibatch,
        double rateD,
        double rateG,
        double beta1,
        double beta2,
        double r1,
        double r2,
        double average,
        long steps) {
    /// The share of the first rate that is left at the end. At 0 the weights would freeze where noise has left them,
    /// and their average would average nothing.
    private static final double LEFT = 0.1;

    /// The training of this game from the networks' present parameters.
    Training training(Distribution data, Generator generator, Discriminator discriminator, long seed, int threads) {
        Objective objective = new Objective.NonSaturating(new Logarithm.FromLogits());
        Game game = new Game(data, generator, discriminator, objective, penalties(), minibatch);
        return new Training(game, strategy(rateD), strategy(rateG), new Order.Alternating(1), seed, threads);
    }

    private List<Penalty> penalties() {
        Penalty onData = new Penalty.R1(r1);
        return r2 > 0 ? List.of(onData, new Penalty.R2(r2)) : List.of(onData);
    }

    private Player.Strategy strategy(double rate) {
        return new Player.Strategy(
                new Adam(beta1, beta2, 1e-8),
                new Schedule.Cosine(rate, LEFT * rate, steps),
                new WeightAverage(average));
    }
}
