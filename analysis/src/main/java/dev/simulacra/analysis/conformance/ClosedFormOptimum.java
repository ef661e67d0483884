package dev.simulacra.analysis.conformance;

import dev.simulacra.game.Objective;
import dev.simulacra.game.objective.Hinge;
import dev.simulacra.game.objective.LeastSquares;
import dev.simulacra.game.objective.Minimax;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.objective.RelativisticAverage;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.game.objective.SmoothedLabels;
import dev.simulacra.game.objective.VariationalDivergence;
import dev.simulacra.game.objective.VariationalDivergence.Kind;
import dev.simulacra.game.objective.Wasserstein;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The closed form of the optimal discriminator, by the sources of the objectives, against data p and samples q over
/// finitely many points.
///
/// @param outputs the discriminator's output at each point; NaN where one output is as good as another, which is so
///     for [Hinge] and the total variation where p = q, and for [Wasserstein] from where as many data as samples lie on
///     either side
/// @param value   `V` there: a divergence, but for constants
/// @param slopes  `∂J(G)/∂ℓ` at a sample of each point
public record ClosedFormOptimum(double[] outputs, double value, double[] slopes) {

    /// The optimum of `objective`; p and q are above 0 everywhere.
    ///
    /// Where only differences of outputs count, that of the last point is 0; for [Wasserstein] that of the first.
    ///
    /// @throws IllegalArgumentException where no closed form is known: for [RelativisticAverage] where p and q differ,
    /// and
    ///     for an objective from elsewhere that is no [ClosedForm]
    public static ClosedFormOptimum of(Objective objective, double[] p, double[] q) {
        return switch (objective) {
            case Minimax _ -> logarithmic(p, q, 1, -1, 0);
            case NonSaturating _ -> logarithmic(p, q, 1, 0, -1);
            case SmoothedLabels(Minimax _, var label) -> logarithmic(p, q, label, -1, 0);
            case SmoothedLabels(var _, var label) -> logarithmic(p, q, label, 0, -1);
            case LeastSquares(var a, var b, var c) -> leastSquares(p, q, a, b, c);
            case Hinge _ -> hinge(p, q);
            case Wasserstein _ -> wasserstein(p, q);
            case RelativisticPaired _ -> paired(p, q);
            case RelativisticAverage _ -> average(p, q);
            case VariationalDivergence(var kind, var saturating) -> divergence(kind, saturating, p, q);
            case ClosedForm own -> own.optimum(p, q);
            default -> throw new IllegalArgumentException("optimum: no closed form is known for " + objective
                    + "; let it implement ClosedForm");
        };
    }

    /// With the data's label α: `D = αp/(p + q)`, `V = Σ αp ln D + (q + (1 − α)p) ln(1 − D)`, slopes
    /// `atD · D + atRest · (1 − D)`.
    private static ClosedFormOptimum logarithmic(double[] p, double[] q, double label, double atD, double atRest) {
        IntToDoubleFunction D = k -> label * p[k] / (p[k] + q[k]);
        IntToDoubleFunction rest = k -> (q[k] + (1 - label) * p[k]) / (p[k] + q[k]);
        return of(p, D,
                k -> label * p[k] * ln(D.applyAsDouble(k)) + (q[k] + (1 - label) * p[k]) * ln(rest.applyAsDouble(k)),
                k -> atD * D.applyAsDouble(k) + atRest * rest.applyAsDouble(k));
    }

    /// `D = (bp + aq)/(p + q)`, `V = −½ (a − b)² Σ pq/(p + q)`, slopes `D − c`.
    private static ClosedFormOptimum leastSquares(double[] p, double[] q, double a, double b, double c) {
        return of(p, k -> (b * p[k] + a * q[k]) / (p[k] + q[k]),
                k -> -0.5 * (a - b) * (a - b) * p[k] * q[k] / (p[k] + q[k]),
                k -> (b * p[k] + a * q[k]) / (p[k] + q[k]) - c);
    }

    /// `D = sign(p − q)`, `V = −2 Σ min(p, q)`, slopes −1.
    private static ClosedFormOptimum hinge(double[] p, double[] q) {
        return of(p, k -> p[k] == q[k] ? Double.NaN : Math.signum(p[k] - q[k]),
                k -> -2 * Math.min(p[k], q[k]),
                _ -> -1);
    }

    /// With the distribution functions P and Q of points one apart on a line: from each point to the next the output
    /// changes by `−sign(P − Q)`; `V = Σ |P − Q| = W₁(p, q)`, slopes −1.
    private static ClosedFormOptimum wasserstein(double[] p, double[] q) {
        double[] ahead = new double[p.length];
        double[] outputs = new double[p.length];
        for (int k = 0; k + 1 < p.length; k++) {
            ahead[k] = (k == 0 ? 0 : ahead[k - 1]) + p[k] - q[k];
            outputs[k + 1] = ahead[k] == 0 ? Double.NaN : outputs[k] - Math.signum(ahead[k]);
        }
        return of(p, k -> outputs[k], k -> Math.abs(ahead[k]), _ -> -1);
    }

    /// The optimum at p = q: one logit for all points, `V = −2 ln 2`, slopes −1.
    private static ClosedFormOptimum average(double[] p, double[] q) {
        if (!Arrays.equals(p, q)) {
            throw new IllegalArgumentException("optimum: that of the relativistic average is known in closed form only"
                    + " where p = q, not where p is " + Arrays.toString(p) + " and q " + Arrays.toString(q));
        }
        return of(p, _ -> 0, k -> -2 * p[k] * ln(2), _ -> -1);
    }

    /// `ℓ = ln(p/q)` less that of the last point; the slope of a sample of point k is `−Σ pᵢ σ(ℓᵢ − ℓₖ)`.
    private static ClosedFormOptimum paired(double[] p, double[] q) {
        int last = p.length - 1;
        IntToDoubleFunction logit = k -> ln(p[k] / q[k]) - ln(p[last] / q[last]);
        return of(p, logit,
                k -> IntStream.range(0, p.length)
                        .mapToDouble(i -> p[k] * q[i] * ln(p[k] * q[i] / (p[k] * q[i] + p[i] * q[k])))
                        .sum(),
                k -> -IntStream.range(0, p.length)
                        .mapToDouble(i -> p[i] * p[i] * q[k] / (p[i] * q[k] + p[k] * q[i]))
                        .sum());
    }

    /// `T = f′(p/q)`, `V = Σ q f(p/q)`; with u = p/q and `ℓ` the logit at which `g(ℓ) = T`, slopes `−u g′(ℓ)` where the
    /// generator descends V, since `f*′(f′(u)) = u`, else `−g′(ℓ)`.
    private static ClosedFormOptimum divergence(Kind kind, boolean saturating, double[] p, double[] q) {
        return of(p, k -> slope(kind, p[k] / q[k]), k -> q[k] * f(kind, p[k] / q[k]), k -> {
            double u = p[k] / q[k];
            return -(saturating ? u : 1) * steepness(kind, u);
        });
    }

    /// `f(u)`.
    static double f(Kind kind, double u) {
        return switch (kind) {
            case KULLBACK_LEIBLER -> u * ln(u);
            case REVERSE_KULLBACK_LEIBLER -> -ln(u);
            case PEARSON -> (u - 1) * (u - 1);
            case SQUARED_HELLINGER -> (StrictMath.sqrt(u) - 1) * (StrictMath.sqrt(u) - 1);
            case JENSEN_SHANNON -> u * ln(u) - (u + 1) * ln((u + 1) / 2);
            case TOTAL_VARIATION -> Math.abs(u - 1) / 2;
        };
    }

    /// `f′(u)`.
    private static double slope(Kind kind, double u) {
        return switch (kind) {
            case KULLBACK_LEIBLER -> ln(u) + 1;
            case REVERSE_KULLBACK_LEIBLER -> -1 / u;
            case PEARSON -> 2 * (u - 1);
            case SQUARED_HELLINGER -> 1 - 1 / StrictMath.sqrt(u);
            case JENSEN_SHANNON -> ln(2 * u / (u + 1));
            case TOTAL_VARIATION -> u == 1 ? Double.NaN : Math.signum(u - 1) / 2;
        };
    }

    /// `g′(ℓ)` at the logit with `g(ℓ) = f′(u)`.
    private static double steepness(Kind kind, double u) {
        return switch (kind) {
            case KULLBACK_LEIBLER, PEARSON -> 1;
            case REVERSE_KULLBACK_LEIBLER -> 1 / u;
            case SQUARED_HELLINGER -> 1 / StrictMath.sqrt(u);
            case JENSEN_SHANNON -> 1 / (1 + u);
            case TOTAL_VARIATION -> 0;
        };
    }

    private static double ln(double x) {
        return StrictMath.log(x);
    }

    private static ClosedFormOptimum of(
            double[] p, IntToDoubleFunction output, IntToDoubleFunction value, IntToDoubleFunction slope) {
        return new ClosedFormOptimum(
                IntStream.range(0, p.length).mapToDouble(output).toArray(),
                IntStream.range(0, p.length).mapToDouble(value).sum(),
                IntStream.range(0, p.length).mapToDouble(slope).toArray());
    }
}
