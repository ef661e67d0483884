package dev.simulacra.game;

/// What the players' last minibatches said at a step of training.
///
/// @param step              the number of steps completed
/// @param discriminatorLoss `J(D) = −V(D, G)`, without penalties; 2 ln 2 where the players are in equilibrium
/// @param generatorLoss     `J(G)`
/// @param meanOnData        the mean of D(x); ½ in equilibrium
/// @param meanOnSamples     the mean of D(G(z)); ½ in equilibrium
public record Report(
        long step, double discriminatorLoss, double generatorLoss, double meanOnData, double meanOnSamples) {
    /// `V(D, G)`, in nats; −2 ln 2 in equilibrium.
    public double value() {
        return -discriminatorLoss;
    }
}
