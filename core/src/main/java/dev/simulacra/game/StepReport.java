package dev.simulacra.game;

/// What the players' last minibatches said at a step of training.
///
/// @param step              the number of steps completed
/// @param discriminatorLoss `J(D) = −V(D, G)`, without penalties; in equilibrium that of [Objective#valueOptimum]
/// @param generatorLoss     `J(G)`
/// @param meanOnData        the mean of D(x), by [Objective#output]
/// @param meanOnSamples     the mean of D(G(z))
public record StepReport(
        long step, double discriminatorLoss, double generatorLoss, double meanOnData, double meanOnSamples) {
    /// `V(D, G)`; in equilibrium [Objective#valueOptimum].
    public double value() {
        return -discriminatorLoss;
    }
}
