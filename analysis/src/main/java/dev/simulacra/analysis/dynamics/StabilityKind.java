package dev.simulacra.analysis.dynamics;

/// The behaviour of a game near an equilibrium.
public enum StabilityKind {
    CONVERGING,
    /// Around it, neither nearer nor further.
    ROTATING,
    DIVERGING,
    /// Nowhere: no direction is pulled or pushed.
    STILL
}
