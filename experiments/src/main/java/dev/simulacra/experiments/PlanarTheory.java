package dev.simulacra.experiments;

import dev.simulacra.data.Density;
import dev.simulacra.data.Gaussian;
import dev.simulacra.game.Samples;
import dev.simulacra.theory.Divergence;
import dev.simulacra.theory.JensenShannon;
import dev.simulacra.theory.OptimalDiscriminator;
import dev.simulacra.theory.SmoothedComparison;
import java.util.Locale;

/// What theory says of the data's density p and the model's density q.
///
/// @param optimal        `D* = p/(p + q)`
/// @param played         the divergence, and by it C(G), from D* put into the value
/// @param integrated     the divergence, and by it C(G), from the integral
/// @param floorOfOptimal the mean of |D* − ½| over samples of a perfect generator
/// @param origin         where q is from
/// @param allowed        by how many nats the two values of C(G) may differ and still be the same
record PlanarTheory(
        OptimalDiscriminator optimal,
        Divergence played,
        Divergence integrated,
        double floorOfOptimal,
        String origin,
        double allowed) {

    /// The theory where q is known exactly.
    ///
    /// @param data    rows drawn from p
    /// @param samples rows drawn from q
    static PlanarTheory known(Gaussian p, Density q, float[] data, float[] samples) {
        return new PlanarTheory(
                OptimalDiscriminator.of(p, q),
                JensenShannon.byOptimalDiscriminator(p, q, data, samples),
                JensenShannon.byQuadrature(p, q),
                0,
                "exact",
                0.005);
    }

    /// The theory where q is known by samples alone; both densities are smoothed by the same kernel.
    ///
    /// @param samples rows drawn from q, from which its density is estimated
    /// @param fresh   other rows drawn from q, on which D* is played
    static PlanarTheory estimated(Gaussian p, float[] samples, float[] fresh, long seed, int threads) {
        int n = samples.length / p.dimension();
        SmoothedComparison comparison = SmoothedComparison.of(p, p.finestDeviation() / 2, n, seed);
        float[] perfect = Samples.of(p, "floor", seed, threads).rows(0, n);
        Divergence played = comparison.byOptimalDiscriminator(samples, fresh);
        Divergence integrated = comparison.byQuadrature(samples);
        return new PlanarTheory(
                comparison.optimal(samples),
                played,
                integrated,
                fromHalf(comparison.optimal(perfect).on(perfect)),
                "estimated from " + n + " samples",
                played.valueError() + integrated.valueError());
    }

    /// Both routes to C(G), and whether they meet, in a sentence.
    String agreement() {
        return String.format(
                Locale.ROOT,
                "C(G) by two routes (p_g %s): %.4f ± %.4f from D* put into V, %.4f ± %.4f from the integrated "
                        + "divergence; within %.4f they %s.",
                origin, played.value(), played.valueError(), integrated.value(), integrated.valueError(),
                allowed, Math.abs(played.value() - integrated.value()) <= allowed ? "agree" : "do not agree");
    }

    private static double fromHalf(double[] outputs) {
        double sum = 0;
        for (double output : outputs) {
            sum += Math.abs(output - 0.5);
        }
        return sum / outputs.length;
    }
}
