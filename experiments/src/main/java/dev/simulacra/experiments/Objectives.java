package dev.simulacra.experiments;

import dev.simulacra.game.Objective;
import dev.simulacra.game.objective.Hinge;
import dev.simulacra.game.objective.LeastSquares;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.Minimax;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.objective.RelativisticAverage;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.game.objective.VariationalDivergence;
import dev.simulacra.game.objective.VariationalDivergence.Kind;
import dev.simulacra.game.objective.Wasserstein;
import java.util.Locale;

/// The objectives by the words that choose them.
public enum Objectives {
    MINIMAX(new Minimax(new LogProbability.FromLogits())),
    NON_SATURATING(new NonSaturating(new LogProbability.FromLogits())),
    /// With the labels of [Variant].
    LEAST_SQUARES(new LeastSquares(0, 1, 1)),
    HINGE(new Hinge()),
    WASSERSTEIN(new Wasserstein()),
    RELATIVISTIC_PAIRED(new RelativisticPaired()),
    RELATIVISTIC_AVERAGE(new RelativisticAverage()),
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
