package dev.simulacra.experiments;

import dev.simulacra.data.Box;
import dev.simulacra.data.Gaussian;
import dev.simulacra.theory.Divergence;
import dev.simulacra.theory.Equilibrium;
import dev.simulacra.theory.JensenShannon;
import dev.simulacra.theory.OptimalDiscriminator;
import java.util.Arrays;
import java.util.Locale;

/// What theory says of data with density p on the line and of a generator whose density q follows from its map.
///
/// @param optimal    `D* = p/(p + q)`
/// @param played     the divergence from D* put into the value, over samples
/// @param integrated the divergence integrated over a grid
record LineTheory(OptimalDiscriminator optimal, Divergence played, Divergence integrated) {
    private static final int CELLS = 8192;

    /// The theory of `truth` and the generator with the given images of equal cells' ends.
    ///
    /// @param data    numbers drawn from p
    /// @param samples numbers drawn from q
    static LineTheory of(Gaussian truth, double[] images, float[] data, float[] samples) {
        Pushforward fine = density(truth.box(), images, CELLS);
        return new LineTheory(
                OptimalDiscriminator.of(truth, fine),
                JensenShannon.byOptimalDiscriminator(truth, fine, data, samples),
                integrated(truth, fine, density(truth.box(), images, CELLS / 2)));
    }

    /// The generator's density over a grid that holds `box` and every image.
    static Pushforward density(Box box, double[] images, int cells) {
        double low = Math.min(box.low()[0], Arrays.stream(images).min().orElse(0));
        double high = Math.max(box.high()[0], Arrays.stream(images).max().orElse(0));
        double margin = 0.01 * (high - low);
        return Pushforward.of(images, low - margin, high + margin, cells);
    }

    /// Cells that are halved show more of the divergence, never less: the error is what the last halving added and what
    /// the truth's probability over the grid lacks of 1.
    private static Divergence integrated(Gaussian truth, Pushforward fine, Pushforward coarse) {
        double[] p = masses(truth, fine);
        double divergence = divergence(p, fine.masses());
        double last = divergence - divergence(masses(truth, coarse), coarse.masses());
        return new Divergence(divergence, Math.abs(last) + Math.abs(1 - Arrays.stream(p).sum()), 0);
    }

    /// The truth's probability in each cell, by the midpoint rule.
    private static double[] masses(Gaussian truth, Pushforward grid) {
        double[] masses = grid.masses();
        Arrays.setAll(masses, cell -> StrictMath.exp(truth.logDensity(grid.centre(cell))) * grid.width());
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

    /// Both routes to C(G), and whether they meet, in a sentence.
    String agreement() {
        return String.format(
                Locale.ROOT,
                "C(G) by two routes (p_g from G's own map): %.4f ± %.4f from D* put into V, %.4f ± %.4f from the "
                        + "integrated divergence; they %s. The least is −2 ln 2 = %.4f.",
                played.value(), played.valueError(), integrated.value(), integrated.valueError(),
                played.agreesWith(integrated) ? "agree" : "do not agree", Equilibrium.VALUE);
    }
}
