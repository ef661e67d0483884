package dev.simulacra.analysis.equilibrium;

import dev.simulacra.analysis.divergence.Divergence;
import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.analysis.divergence.JensenShannon;
import dev.simulacra.analysis.divergence.OptimalDiscriminator;
import dev.simulacra.analysis.divergence.Pushforward;
import dev.simulacra.analysis.divergence.SmoothedComparison;
import dev.simulacra.data.Density;
import dev.simulacra.data.KnownDistribution;
import java.util.Arrays;
import java.util.Locale;

/// The value that the optimal discriminator attains between the data's density p and the model's density q, by two
/// routes.
///
/// @param optimal        `D* = p/(p + q)`
/// @param played         the divergence, and by it C(G), from D* put into the value
/// @param integrated     the divergence, and by it C(G), from the integral
/// @param floorOfOptimal the mean of |D* − ½| over samples of a perfect generator; 0 where q is known exactly
/// @param origin         where q is from
/// @param allowed        by how many nats the two values of C(G) may differ and still be the same
public record OptimalValue(
        OptimalDiscriminator optimal,
        Divergence played,
        Divergence integrated,
        double floorOfOptimal,
        String origin,
        double allowed) {
    /// The cells of the line over which a generator's density is spread.
    private static final int CELLS = 8192;

    /// The play where both densities are known.
    ///
    /// @param data    rows drawn from p
    /// @param samples rows drawn from q
    public static OptimalValue known(Density p, Density q, float[] data, float[] samples) {
        return new OptimalValue(
                OptimalDiscriminator.of(p, q),
                JensenShannon.byOptimalDiscriminator(p, q, data, samples),
                JensenShannon.byQuadrature(p, q),
                0,
                "exact",
                0.005);
    }

    /// The play on the line against a generator with the given [images][Pushforward#of] of equal cells of its noise.
    ///
    /// @param data    numbers drawn from p
    /// @param samples numbers drawn from q
    public static OptimalValue pushedForward(Density p, double[] images, float[] data, float[] samples) {
        Pushforward q = Pushforward.over(p.box(), images, CELLS);
        Divergence played = JensenShannon.byOptimalDiscriminator(p, q, data, samples);
        Divergence integrated = integrated(p, q, Pushforward.over(p.box(), images, CELLS / 2));
        return new OptimalValue(
                OptimalDiscriminator.of(p, q),
                played,
                integrated,
                0,
                "from G's own map",
                played.valueError() + integrated.valueError());
    }

    /// The play where q is known by samples alone; both densities are smoothed by the same kernel.
    ///
    /// @param samples rows drawn from q, from which its density is estimated
    /// @param fresh   other rows drawn from q, on which D* is played
    /// @param perfect as many rows drawn from p as there are samples
    public static OptimalValue estimated(KnownDistribution p, float[] samples, float[] fresh, float[] perfect,
            long seed) {
        int n = samples.length / p.dimension();
        SmoothedComparison comparison = SmoothedComparison.of(p, p.finestDeviation() / 2, n, seed);
        Divergence played = comparison.byOptimalDiscriminator(samples, fresh);
        Divergence integrated = comparison.byQuadrature(samples);
        return new OptimalValue(
                comparison.optimal(samples),
                played,
                integrated,
                fromHalf(comparison.optimal(perfect).on(perfect)),
                String.format(Locale.ROOT, "estimated from %,d samples", n),
                played.valueError() + integrated.valueError());
    }

    /// Says whether q is known, so that no discriminator can be better than [#optimal()].
    public boolean isExact() {
        return floorOfOptimal == 0;
    }

    /// Says whether the two routes agree, up to the errors of both.
    public boolean agrees() {
        return Math.abs(played.value() - integrated.value()) <= allowed;
    }

    /// Both routes to C(G), and whether they meet, in a sentence.
    public String agreement() {
        return String.format(
                Locale.ROOT,
                "C(G) by two routes (p_g %s): %.4f ± %.4f from D* put into V, %.4f ± %.4f from the integrated "
                        + "divergence; within %.4f they %s. The least is −2 ln 2 = %.4f.",
                origin, played.value(), played.valueError(), integrated.value(), integrated.valueError(),
                allowed, agrees() ? "agree" : "do not agree", Equilibrium.VALUE);
    }

    /// Cells that are halved show more of the divergence, never less: the error is what the last halving added and what
    /// the probability of p over the grid lacks of 1.
    private static Divergence integrated(Density p, Pushforward fine, Pushforward coarse) {
        double[] ofP = masses(p, fine);
        double divergence = divergence(ofP, fine.masses());
        double last = divergence - divergence(masses(p, coarse), coarse.masses());
        return new Divergence(divergence, Math.abs(last) + Math.abs(1 - Arrays.stream(ofP).sum()), 0);
    }

    /// The probability in each cell, by the midpoint rule.
    private static double[] masses(Density p, Pushforward grid) {
        double[] masses = grid.masses();
        Arrays.setAll(masses, cell -> StrictMath.exp(p.logDensity(grid.centre(cell))) * grid.width());
        return masses;
    }

    private static double divergence(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += (share(p[i], q[i]) + share(q[i], p[i])) / 2;
        }
        return sum;
    }

    /// `a ln(2a/(a + b))`.
    private static double share(double a, double b) {
        return a > 0 ? a * (StrictMath.log(2) - StrictMath.log1p(b / a)) : 0;
    }

    private static double fromHalf(double[] outputs) {
        double sum = 0;
        for (double output : outputs) {
            sum += Math.abs(output - Equilibrium.DISCRIMINATOR_OUTPUT);
        }
        return sum / outputs.length;
    }
}
