package dev.simulacra.analysis.metrics;

/// The Sinkhorn divergence of two sets of points: the squared 2-Wasserstein distance with an entropy term of weight ε,
/// freed from what that term makes of equal sets.
///
/// ```text
/// S(a, b) = OT(a, b) − ½ OT(a, a) − ½ OT(b, b),   OT(a, b) = min_π Σ πᵢⱼ |aᵢ − bⱼ|² + ε KL(π, equal weights)
/// ```
/// It is 0 where the sets are equal, and for sets that are translations of each other by v exactly |v|². The smaller
/// ε, the nearer to W₂²; differences within distances below √ε are seen less well. The minimum is found by Sinkhorn's
/// rounds on the potentials, in the logarithmic domain, with falling ε and with steps of Newton's method between them.
/// They end when every point has its mass up to 10⁻⁷ of the whole. Each costs n² exponentials at most, hence the first
/// 1,000 points are taken unless said otherwise; so many are also matched exactly, by [Wasserstein#exact].
///
/// Sources: Feydy et al. 2019 (arXiv:1810.08278), Cuturi 2013 (arXiv:1306.0895). The floor is simulated:
/// [Baseline#between].
///
/// @param squared the divergence, in squared units of the data; up to the accuracy of the rounds not below 0
/// @param epsilon the weight ε, in the same units
/// @param rounds  how many rounds the three problems took
public record Sinkhorn(double squared, double epsilon, int rounds) {
    private static final int MOST_POINTS = 1000;

    /// ε as a share of the mean squared distance of the data's points.
    private static final double SHARE = 1e-2;

    /// The divergence of samples from data, with ε a hundredth of the mean squared distance between points of the
    /// data, and at most 1,000 points of each.
    ///
    /// @throws IllegalArgumentException where a set is not whole rows of finite numbers, or all data are equal
    /// @throws ArithmeticException where 500 rounds do not converge
    public static Sinkhorn between(float[] data, float[] samples, int columns) {
        PointSet a = PointSet.of("sinkhorn", data, columns).first(MOST_POINTS);
        PointSet b = PointSet.of("sinkhorn", samples, columns).first(MOST_POINTS);
        return between(a, b, SHARE * a.meanSquaredDistance());
    }

    /// The divergence with the weight `epsilon`, of all points.
    ///
    /// @throws IllegalArgumentException where a set is not whole rows of finite numbers, or `epsilon` is not above 0
    /// @throws ArithmeticException where 500 rounds do not converge
    public static Sinkhorn between(float[] data, float[] samples, int columns, double epsilon) {
        return between(
                PointSet.of("sinkhorn", data, columns), PointSet.of("sinkhorn", samples, columns), epsilon);
    }

    private static Sinkhorn between(PointSet a, PointSet b, double epsilon) {
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("sinkhorn: epsilon is " + epsilon + "; it must be above 0");
        }
        Transport across = Transport.between(a, b, epsilon);
        Transport withinA = Transport.within(a, epsilon);
        Transport withinB = Transport.within(b, epsilon);
        return new Sinkhorn(
                across.cost() - (withinA.cost() + withinB.cost()) / 2,
                epsilon,
                across.rounds() + withinA.rounds() + withinB.rounds());
    }

    /// The root of the divergence, in the units of the data.
    public double wasserstein2() {
        return Math.sqrt(Math.max(0, squared));
    }
}
