package dev.simulacra.game;

/// The losses and mean outputs on the last minibatches at a step of training.
///
/// @param step              the number of steps completed
/// @param discriminatorLoss `J(D) = −V(D, G)`, without penalties; in equilibrium that of [KnownOptimum#valueOptimum]
/// @param generatorLoss     `J(G)`
/// @param meanOnData        the mean of D(x), by [Objective#output]
/// @param meanOnSamples     the mean of D(G(z))
public record StepReport(
        long step, double discriminatorLoss, double generatorLoss, double meanOnData, double meanOnSamples) {
    /// `V(D, G)`; in equilibrium [KnownOptimum#valueOptimum].
    public double value() {
        return -discriminatorLoss;
    }
}
