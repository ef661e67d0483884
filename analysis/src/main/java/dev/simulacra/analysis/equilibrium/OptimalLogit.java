package dev.simulacra.analysis.equilibrium;

import dev.simulacra.analysis.divergence.OptimalDiscriminator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Objective.Hinge;
import dev.simulacra.game.Objective.LeastSquares;
import dev.simulacra.game.Objective.Minimax;
import dev.simulacra.game.Objective.NonSaturating;
import dev.simulacra.game.Objective.RelativisticAverage;
import dev.simulacra.game.Objective.RelativisticPaired;
import dev.simulacra.game.Objective.Wasserstein;
import dev.simulacra.game.SmoothedLabels;
import dev.simulacra.game.VariationalDivergence;

/// What the best discriminator of an objective answers at a point, by the log-ratio `r = ln(p/q)` there, and what an
/// answer says of the ratio.
public final class OptimalLogit {
    private OptimalLogit() {}

    /// Whether the best discriminator follows, point by point, from the ratio in closed form: not for [Wasserstein],
    /// which is bounded by a Lipschitz condition alone, nor for [RelativisticAverage].
    public static boolean isKnownFor(Objective objective) {
        return !(objective instanceof Wasserstein || objective instanceof RelativisticAverage);
    }

    /// The logit of the best discriminator. Where the best output is a limit, of tanh, it is infinite; where one is as
    /// good as another, 0. A logarithm with an ε inside is taken as one without.
    ///
    /// @throws IllegalArgumentException unless [#isKnownFor] the objective
    public static double of(Objective objective, double r) {
        return switch (objective) {
            case Minimax _, NonSaturating _, RelativisticPaired _ -> r;
            case SmoothedLabels(var _, var label) -> smoothed(label, r);
            case LeastSquares(var a, var b, var _) -> a + (b - a) * sigmoid(r);
            case Hinge _ -> Math.signum(r);
            case VariationalDivergence(var kind, var _) -> switch (kind) {
                case KULLBACK_LEIBLER -> r + 1;
                case REVERSE_KULLBACK_LEIBLER, JENSEN_SHANNON -> r;
                case PEARSON -> 2 * StrictMath.expm1(r);
                case SQUARED_HELLINGER -> r / 2;
                case TOTAL_VARIATION -> r == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, r);
            };
            case Wasserstein _, RelativisticAverage _ -> throw unknown(objective);
        };
    }

    /// The probability that an example is data which a discriminator means by `logit`: by the best one `p/(p + q)` or,
    /// where only the sign of p − q is asked for, 0, ½ or 1.
    ///
    /// @throws IllegalArgumentException unless [#isKnownFor] the objective
    public static double probability(Objective objective, double logit) {
        return switch (objective) {
            case Minimax _, NonSaturating _, RelativisticPaired _ -> sigmoid(logit);
            case SmoothedLabels(var _, var label) -> Math.min(sigmoid(logit) / label, 1);
            case LeastSquares(var a, var b, var _) -> Math.clamp((logit - a) / (b - a), 0, 1);
            case Hinge _ -> Math.clamp((logit + 1) / 2, 0, 1);
            case VariationalDivergence(var kind, var _) -> switch (kind) {
                case KULLBACK_LEIBLER -> sigmoid(logit - 1);
                case REVERSE_KULLBACK_LEIBLER, JENSEN_SHANNON -> sigmoid(logit);
                case PEARSON -> 1 - 1 / (2 + Math.max(logit, -2) / 2);
                case SQUARED_HELLINGER, TOTAL_VARIATION -> sigmoid(2 * logit);
            };
            case Wasserstein _, RelativisticAverage _ -> throw unknown(objective);
        };
    }

    /// That of `αp/(p + q)`, whose odds are `α/((1 − α) + 1/u)` with u = p/q; written so that it has its limit where u
    /// is infinite.
    private static double smoothed(double label, double r) {
        if (label == 1) {
            return r;
        }
        double rest = StrictMath.log(1 - label);
        return StrictMath.log(label) - rest - OptimalDiscriminator.softplus(-r - rest);
    }

    private static IllegalArgumentException unknown(Objective objective) {
        return new IllegalArgumentException(
                "optimal logit: none follows from the densities at a point alone for " + objective);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
