package dev.simulacra.game;

/// The order in which the players move within one step of training.
///
/// This interface is open: an order of one's own states the updates of a step as tensor expressions, from the graphs
/// that [Game#updateGraph] builds and the moves that [Player] offers.
public interface Order {
    /// The number of the discriminator's updates in one step.
    int k();

    /// The updates of one step.
    ///
    /// @param generator     the generator's player, which descends
    /// @param discriminator the discriminator's player, which ascends
    UpdatePlan plan(Game game, Player generator, Player discriminator);
}
