package dev.simulacra.analysis.dynamics;

/// Where a game goes from near an equilibrium.
public enum StabilityKind {
    CONVERGING,
    /// Around it, neither nearer nor further.
    ROTATING,
    DIVERGING,
    /// Nowhere: no direction is pulled or pushed.
    STILL
}
