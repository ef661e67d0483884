package dev.simulacra.tables.synthesis;

import dev.simulacra.game.Player;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.game.order.SharedNoise;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Regularization;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import java.util.List;

/// The settings of a synthesizer's training.
///
/// @param noise       the number of normal coordinates of the noise
/// @param hidden      the width of the hidden layers of both players
/// @param layers      the number of hidden layers
/// @param head        the number of hidden units by which each column sees the columns before it
/// @param temperature the temperature of the softmax whose derivative stands for that of a drawn state
/// @param game        the game
/// @param steps       the length of the training
public record FitSettings(
        int noise, int hidden, int layers, int head, double temperature, GameSettings game, long steps) {
    private static final double EPSILON = 1e-8;

    /// The standard settings over `steps` steps: relativistic pairs, R1 and R2.
    public static FitSettings standard(long steps) {
        return of(steps, 256, 0.1, 1e-3, 256);
    }

    static FitSettings of(long steps, int hidden, double gamma, double rate, int minibatch) {
        Schedule falling = new Schedule.Cosine(rate, 0.02 * rate, Math.min(100, steps / 10), steps);
        Player.Optimization player =
                new Player.Optimization(new Adam(0, 0.99, EPSILON), falling, new WeightAverage(0.999));
        GameSettings game = new GameSettings(new RelativisticPaired(), minibatch, new SharedNoise(), player, player,
                List.of(new R1(gamma), new R2(gamma)), Regularization.none());
        return new FitSettings(32, hidden, 3, 32, 0.7, game, steps);
    }
}
