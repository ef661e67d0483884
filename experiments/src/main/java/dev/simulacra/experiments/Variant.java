package dev.simulacra.experiments;

import dev.simulacra.game.Objective;
import dev.simulacra.game.objective.LeastSquares;
import dev.simulacra.game.objective.VariationalDivergence;

/// What the sources of some objectives leave to choose; of the others it is as usual.
///
/// @param a          the label of samples in least squares
/// @param b          the label of data in least squares
/// @param c          the label that the generator wants for its samples in least squares
/// @param saturating whether the generator of an f-divergence descends V itself
public record Variant(double a, double b, double c, boolean saturating) {
    private static final Variant USUAL = new Variant(0, 1, 1, false);

    /// The labels 0 for samples and 1 for data, and `J(G) = −E T(G(z))`.
    static Variant usual() {
        return USUAL;
    }

    /// `objective` in this variant.
    ///
    /// @throws IllegalArgumentException where it has no such choice, or its labels tell nothing apart
    Objective of(Objective objective) {
        boolean hasLabels = objective instanceof LeastSquares;
        SettingRules.require(hasLabels || a == USUAL.a && b == USUAL.b && c == USUAL.c, "game: a is " + a
                + ", b is " + b + " and c is " + c + ", which are labels of the objective least-squares alone");
        SettingRules.require(objective instanceof VariationalDivergence || !saturating,
                "game: saturating is true, which "
                + "the objectives f-… alone can be; minimax is the saturating form of non-saturating");
        return switch (objective) {
            case LeastSquares _ -> new LeastSquares(a, b, c);
            case VariationalDivergence(var kind, var _) -> new VariationalDivergence(kind, saturating);
            default -> objective;
        };
    }
}
