package dev.simulacra.experiments;

import dev.simulacra.game.LogProbability;
import dev.simulacra.game.Objective;
import dev.simulacra.game.VariationalDivergence;
import dev.simulacra.game.VariationalDivergence.Kind;
import java.util.Locale;

/// The objectives by the words that choose them.
public enum Objectives {
    MINIMAX(new Objective.Minimax(new LogProbability.FromLogits())),
    NON_SATURATING(new Objective.NonSaturating(new LogProbability.FromLogits())),
    /// With the labels of [Variant].
    LEAST_SQUARES(new Objective.LeastSquares(0, 1, 1)),
    HINGE(new Objective.Hinge()),
    WASSERSTEIN(new Objective.Wasserstein()),
    RELATIVISTIC_PAIRED(new Objective.RelativisticPaired()),
    RELATIVISTIC_AVERAGE(new Objective.RelativisticAverage()),
    F_JENSEN_SHANNON(new VariationalDivergence(Kind.JENSEN_SHANNON, false)),
    F_KULLBACK_LEIBLER(new VariationalDivergence(Kind.KULLBACK_LEIBLER, false)),
    F_REVERSE_KULLBACK_LEIBLER(new VariationalDivergence(Kind.REVERSE_KULLBACK_LEIBLER, false)),
    F_PEARSON(new VariationalDivergence(Kind.PEARSON, false)),
    F_SQUARED_HELLINGER(new VariationalDivergence(Kind.SQUARED_HELLINGER, false)),
    F_TOTAL_VARIATION(new VariationalDivergence(Kind.TOTAL_VARIATION, false));

    private final Objective objective;

    Objectives(Objective objective) {
        this.objective = objective;
    }

    /// What the players play for.
    public Objective objective() {
        return objective;
    }

    /// The word, as `non-saturating`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
