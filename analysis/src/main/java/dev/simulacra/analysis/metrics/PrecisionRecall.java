package dev.simulacra.analysis.metrics;

/// How much of the samples lies where the data are, and how much of the data lies where the samples are.
///
/// Where a set of points is, is the union of the balls around them that reach each one's k-th nearest other point of
/// the set. Precision is the share of the samples in the data's balls, recall the share of the data in the samples'.
/// The ceilings are below 1 and known only by simulation: [Baseline#between].
///
/// Source: Kynkäänniemi et al. 2019 (arXiv:1904.06991), who take k = 3.
public record PrecisionRecall(double precision, double recall) {
    private static final int K = 3;

    /// Precision and recall with k = 3.
    public static PrecisionRecall of(float[] data, float[] samples, int columns) {
        return of(data, samples, columns, K);
    }

    /// @throws IllegalArgumentException where a set is not whole rows of finite numbers, or has at most `k`
    public static PrecisionRecall of(float[] data, float[] samples, int columns, int k) {
        PointSet real = PointSet.of("precision and recall", data, columns);
        PointSet generated = PointSet.of("precision and recall", samples, columns);
        return new PrecisionRecall(covered(generated, real, k), covered(real, generated, k));
    }

    /// The share of `points` that lie in a ball of `manifold`.
    private static double covered(PointSet points, PointSet manifold, int k) {
        double[] radii = Neighbours.radii("precision and recall", manifold, k);
        int covered = 0;
        for (int i = 0; i < points.size(); i++) {
            covered += isCovered(points, i, manifold, radii) ? 1 : 0;
        }
        return (double) covered / points.size();
    }

    private static boolean isCovered(PointSet points, int i, PointSet manifold, double[] radii) {
        for (int j = 0; j < radii.length; j++) {
            if (points.squaredDistance(i, manifold, j) <= radii[j]) {
                return true;
            }
        }
        return false;
    }
}
