package dev.simulacra.analysis.conformance;

import dev.simulacra.analysis.conformance.DiscreteGame.Discriminators;
import dev.simulacra.game.Objective;

/// An objective of the user's own whose optimum over finitely many points is known in closed form, so that
/// [ObjectiveCheck] can compare its losses with it.
public interface ClosedForm extends Objective {
    /// The optimum against data `p` and samples `q`, the probabilities of the points, all above 0.
    ClosedFormOptimum optimum(double[] p, double[] q);

    /// The discriminators over which the value is maximized.
    Discriminators discriminators();
}
