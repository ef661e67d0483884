package dev.simulacra.analysis.metrics;

import dev.simulacra.analysis.numerics.OptimalAssignment;
import dev.simulacra.data.Density;
import java.util.Arrays;

/// The 2-Wasserstein distance: the root of the least mean squared distance over which one distribution must be moved
/// to become the other, in the units of the data.
///
/// On the line the least is reached in sorted order. Elsewhere it is a matching, which takes O(n³); projections onto
/// lines give the sliced distance in O(n log n), [Sinkhorn] one with an entropy term in O(n²). The floor that n samples
/// leave is simulated: [Baseline#between].
public final class Wasserstein {
    private static final int PLANE_DIRECTIONS = 64;

    private static final int DIRECTIONS = 512;

    private static final int MOST_POINTS = 1000;

    /// The cells of a density's box, each of which is one point.
    private static final int CELLS = 1 << 16;

    private Wasserstein() {}

    /// The distance of two sets of numbers, exactly; they need not be equally many.
    public static double onLine(float[] a, float[] b) {
        return Math.sqrt(squared(
                PointSet.of("wasserstein", a, 1).along(new double[] {1}),
                PointSet.of("wasserstein", b, 1).along(new double[] {1})));
    }

    /// The distance of numbers from their true density. The density is integrated over 65,536 cells of its box; what
    /// that moves, half a cell at most, is all that the distance is wrong by.
    public static double onLine(Density population, float[] samples) {
        if (population.dimension() != 1) {
            throw new IllegalArgumentException(
                    "wasserstein: a density over " + population.dimension() + " coordinates; on the line there is one");
        }
        double[] places = new double[CELLS];
        double[] masses = new double[CELLS];
        double low = population.box().low()[0];
        double length = population.box().length(0) / CELLS;
        for (int i = 0; i < CELLS; i++) {
            places[i] = low + (i + 0.5) * length;
            masses[i] = StrictMath.exp(population.logDensity(places[i]));
        }
        double[] sorted = PointSet.of("wasserstein", samples, 1).along(new double[] {1});
        Arrays.sort(sorted);
        return Math.sqrt(squared(places, cumulated(masses), sorted, cumulated(equal(sorted.length))));
    }

    /// The distance of two sets of points, exactly: of the first 1,000 of each, as a matching takes time as n³.
    ///
    /// @throws IllegalArgumentException where one set has more points than the other, and fewer than 1,000
    public static double exact(float[] a, float[] b, int columns) {
        PointSet p = PointSet.of("wasserstein", a, columns).first(MOST_POINTS);
        PointSet q = PointSet.of("wasserstein", b, columns).first(MOST_POINTS);
        if (p.size() != q.size()) {
            throw new IllegalArgumentException("wasserstein: sets of " + p.size() + " and " + q.size()
                    + " points; a matching needs as many in both");
        }
        return Math.sqrt(OptimalAssignment.meanCost(p.squaredDistances(q)));
    }

    /// The sliced distance over 64 directions in the plane, and in d > 2 dimensions over as many frames of d orthogonal
    /// directions as make 512 directions, one frame at least.
    ///
    /// @throws IllegalArgumentException where a set is not whole rows of finite numbers
    public static double sliced(float[] a, float[] b, int columns) {
        return sliced(a, b, columns, columns <= 2 ? PLANE_DIRECTIONS : DIRECTIONS);
    }

    /// The root of the mean, over at least `directions` directions, of the squared distance of the projections.
    ///
    /// In the plane the directions are at equal angles. In d > 2 dimensions they are frames of d orthogonal ones, whose
    /// orientations are random and always the same: over a frame, the mean square of a translation's projections is
    /// exact. A translation by v has the distance |v|/√d. (Rabin et al. 2011, "Wasserstein barycenter and its
    /// application to texture mixing".)
    ///
    /// @throws IllegalArgumentException where a set is not whole rows of finite numbers
    public static double sliced(float[] a, float[] b, int columns, int directions) {
        PointSet p = PointSet.of("sliced wasserstein", a, columns);
        PointSet q = PointSet.of("sliced wasserstein", b, columns);
        double sum = 0;
        double[][] all = Directions.of(columns, directions);
        for (double[] direction : all) {
            sum += squared(p.along(direction), q.along(direction));
        }
        return Math.sqrt(sum / all.length);
    }

    /// The squared distance of equally weighted numbers, which are sorted on the way.
    private static double squared(double[] x, double[] y) {
        Arrays.sort(x);
        Arrays.sort(y);
        return squared(x, cumulated(equal(x.length)), y, cumulated(equal(y.length)));
    }

    /// `∫₀¹ (X(u) − Y(u))² du` for the step functions that have the values x up to the levels `upToX`, and y likewise.
    private static double squared(double[] x, double[] upToX, double[] y, double[] upToY) {
        double sum = 0;
        double level = 0;
        for (int i = 0, j = 0; i < x.length && j < y.length; ) {
            double next = Math.min(upToX[i], upToY[j]);
            sum += (next - level) * (x[i] - y[j]) * (x[i] - y[j]);
            level = next;
            i += upToX[i] == next ? 1 : 0;
            j += upToY[j] == next ? 1 : 0;
        }
        return sum;
    }

    private static double[] equal(int n) {
        double[] equal = new double[n];
        Arrays.fill(equal, 1);
        return equal;
    }

    /// The partial sums of `masses`, divided by the whole.
    private static double[] cumulated(double[] masses) {
        double[] cumulated = new double[masses.length];
        double sum = 0;
        for (int i = 0; i < masses.length; i++) {
            sum += masses[i];
            cumulated[i] = sum;
        }
        for (int i = 0; i < masses.length; i++) {
            cumulated[i] /= sum;
        }
        return cumulated;
    }
}
