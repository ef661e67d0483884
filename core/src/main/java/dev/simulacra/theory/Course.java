package dev.simulacra.theory;

/// Where a game goes from near an equilibrium.
public enum Course {
    CONVERGING,
    /// Around it, neither nearer nor further.
    ROTATING,
    DIVERGING,
    /// Nowhere: no direction is pulled or pushed.
    STILL
}
