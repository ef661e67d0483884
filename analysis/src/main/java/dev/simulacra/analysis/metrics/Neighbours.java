package dev.simulacra.analysis.metrics;

import java.util.Arrays;

/// The least squared distances, found by looking at every pair.
final class Neighbours {
    private Neighbours() {}

    /// For each of `points`, its squared distance from the `k`-th nearest of the others.
    ///
    /// @throws IllegalArgumentException where there are not more than `k` points
    static double[] radii(String metric, PointSet points, int k) {
        if (k < 1 || points.size() <= k) {
            throw new IllegalArgumentException(metric + ": the " + k + "-th nearest of the others among "
                    + points.size() + " points; there must be more points than neighbours, and at least one neighbour");
        }
        double[] radii = new double[points.size()];
        double[] least = new double[k];
        for (int i = 0; i < radii.length; i++) {
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            for (int j = 0; j < radii.length; j++) {
                if (j != i) {
                    insert(least, points.squaredDistance(i, points, j));
                }
            }
            radii[i] = least[k - 1];
        }
        return radii;
    }

    /// The squared distance of point i of `points` from the `k`-th nearest of `others`, another set.
    static double radius(PointSet points, int i, PointSet others, int k) {
        double[] least = new double[k];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int j = 0; j < others.size(); j++) {
            insert(least, points.squaredDistance(i, others, j));
        }
        return least[k - 1];
    }

    /// Puts `value` into its place in the ascending `least`, whose largest then falls out.
    private static void insert(double[] least, double value) {
        int place = least.length - 1;
        if (value >= least[place]) {
            return;
        }
        for (; place > 0 && least[place - 1] > value; place--) {
            least[place] = least[place - 1];
        }
        least[place] = value;
    }
}
