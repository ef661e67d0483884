package dev.simulacra.experiments.setup;

import dev.simulacra.game.Player;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;

/// The optimization that several experiments share: Adam at a rate that falls along a cosine to a tenth, with averaged
/// weights. At a rate of 0 the weights would freeze where noise has left them, and their average would average nothing.
public final class AveragedAdam {
    private static final double EPSILON = 1e-8;

    private AveragedAdam() {}

    /// @param rate  the first learning rate
    /// @param decay the decay of the weights' moving average
    /// @param steps the length of the run, at whose end the rate is a tenth
    public static Player.Optimization of(double rate, double beta1, double beta2, double decay, long steps) {
        return new Player.Optimization(
                new Adam(beta1, beta2, EPSILON), new Schedule.Cosine(rate, 0.1 * rate, steps),
                        new WeightAverage(decay));
    }
}
