package dev.simulacra.experiments.figure;

import dev.simulacra.data.Gaussian;
import dev.simulacra.figures.Mark;
import dev.simulacra.figures.Palette;
import dev.simulacra.figures.Range;
import dev.simulacra.figures.Stroke;
import dev.simulacra.figures.Values;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The points of the plane at `deviations` standard deviations from the mean of a Gaussian: those with
/// `(x − μ)ᵀ Σ⁻¹ (x − μ) = deviations²`.
///
/// @param l the lower triangular L with `LLᵀ = Σ`, as `(l₁₁, l₂₁, l₂₂)`
public record Ellipse(double[] mean, double[] l, double deviations) {
    static final Stroke LINE = Stroke.solid(Palette.translucent(Palette.INK, 0.55), 1.1);
    private static final int POINTS = 180;

    /// The ellipses at one, two and three standard deviations.
    public static List<Ellipse> of(Gaussian population) {
        return IntStream.rangeClosed(1, 3).mapToObj(k -> of(population, k)).toList();
    }

    /// The ellipse at `deviations` standard deviations.
    ///
    /// @throws IllegalArgumentException where `population` is not a distribution over the plane
    public static Ellipse of(Gaussian population, double deviations) {
        if (population.dimension() != 2) {
            throw new IllegalArgumentException("ellipse: " + population + " is not over the plane");
        }
        double[][] covariance = population.covariance();
        double l11 = Math.sqrt(covariance[0][0]);
        double l21 = l11 > 0 ? covariance[1][0] / l11 : 0;
        double l22 = Math.sqrt(Math.max(0, covariance[1][1] - l21 * l21));
        return new Ellipse(population.mean(), new double[] {l11, l21, l22}, deviations);
    }

    Range x() {
        return reach(mean[0], deviations * l[0]);
    }

    Range y() {
        return reach(mean[1], deviations * Math.hypot(l[1], l[2]));
    }

    private static Range reach(double centre, double reach) {
        return Range.over(Values.of(centre - reach, centre + reach), 1, 0);
    }

    /// The ellipse as a closed line.
    Mark.Curve curve() {
        double[] angles = IntStream.rangeClosed(0, POINTS).mapToDouble(i -> 2 * Math.PI * i / POINTS).toArray();
        double[] xs = Arrays.stream(angles).map(a -> mean[0] + deviations * l[0] * Math.cos(a)).toArray();
        double[] ys = Arrays.stream(angles)
                .map(a -> mean[1] + deviations * (l[1] * Math.cos(a) + l[2] * Math.sin(a)))
                .toArray();
        return new Mark.Curve(Values.of(xs), Values.of(ys), LINE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ellipse(var m, var t, var k)
                && Arrays.equals(mean, m)
                && Arrays.equals(l, t)
                && deviations == k;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(mean) + 31 * Arrays.hashCode(l) + Double.hashCode(deviations);
    }

    @Override
    public String toString() {
        return "ellipse at " + deviations + " deviations around " + Arrays.toString(mean);
    }
}
