package dev.simulacra.analysis.metrics;

/// Precision and recall of samples: the share of samples within the support of the data, and the share of data within
/// the support of the samples.
///
/// The support of a set of points is estimated by the union of balls around them, each of which reaches its centre's
/// k-th nearest other point of the set. Precision is the share of the samples in the data's balls, recall the share of
/// the data in the samples'. The ceilings are below 1 and known only by simulation: [Baseline#between].
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

    /// Precision alone with k = 3, for half the work.
    static double precisionOf(float[] data, float[] samples, int columns) {
        return covered(
                PointSet.of("precision", samples, columns), PointSet.of("precision", data, columns), K);
    }

    /// Recall alone with k = 3.
    static double recallOf(float[] data, float[] samples, int columns) {
        return covered(PointSet.of("recall", data, columns), PointSet.of("recall", samples, columns), K);
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
