package dev.simulacra.analysis.metrics;

/// Density and coverage of samples: their density among the data, and the share of the data that they cover.
///
/// Around each point of the data is a ball that reaches its k-th nearest other point. Density is the number of balls
/// that a sample lies in, divided by k, in the mean; coverage is the share of the balls with a sample in them. Where
/// both sets are from one distribution, density is 1 in expectation and coverage [#expectedCoverage].
///
/// Source: Naeem et al. 2020 (arXiv:2002.09797), who take k = 5. Their public code counts strictly inside a ball, which
/// makes no difference unless distances are equal.
public record DensityCoverage(double density, double coverage) {
    private static final int K = 5;

    /// Density and coverage with k = 5.
    public static DensityCoverage of(float[] data, float[] samples, int columns) {
        return of(data, samples, columns, K);
    }

    /// @throws IllegalArgumentException where a set is not whole rows of finite numbers, or the data are at most `k`
    public static DensityCoverage of(float[] data, float[] samples, int columns, int k) {
        PointSet real = PointSet.of("density and coverage", data, columns);
        PointSet generated = PointSet.of("density and coverage", samples, columns);
        double[] radii = Neighbours.radii("density and coverage", real, k);
        long hits = 0;
        int covered = 0;
        for (int i = 0; i < radii.length; i++) {
            int inside = inside(real, i, radii[i], generated);
            hits += inside;
            covered += inside > 0 ? 1 : 0;
        }
        return new DensityCoverage((double) hits / k / generated.size(), (double) covered / radii.length);
    }

    /// The expected coverage with k = 5, where data and samples are from one distribution.
    public static double expectedCoverage(int data, int samples) {
        return expectedCoverage(data, samples, K);
    }

    /// The expected coverage where `data` points and `samples` points are from one distribution that has a density.
    ///
    /// A ball is empty where the k nearest of all other points are data,
    ///
    /// ```text
    /// E[coverage] = 1 − (N−1)⋯(N−k) / ((M+N−1)⋯(M+N−k))     N data, M samples; 1 − 2⁻ᵏ in the limit N = M → ∞
    /// ```
    public static double expectedCoverage(int data, int samples, int k) {
        double empty = 1;
        for (int i = 1; i <= k; i++) {
            empty *= (double) (data - i) / ((double) samples + data - i);
        }
        return 1 - empty;
    }

    private static int inside(PointSet real, int i, double radius, PointSet generated) {
        int inside = 0;
        for (int j = 0; j < generated.size(); j++) {
            inside += real.squaredDistance(i, generated, j) <= radius ? 1 : 0;
        }
        return inside;
    }
}
