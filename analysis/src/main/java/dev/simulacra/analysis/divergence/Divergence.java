package dev.simulacra.analysis.divergence;

/// A Jensen–Shannon divergence, how uncertain it is, and what a perfect generator would show.
///
/// @param jensenShannon the divergence, in nats: 0 where the distributions are equal, ln 2 where they are disjoint
/// @param error what it is wrong by at most: where samples enter, three standard errors, hence in 99.7 of 100 cases,
///     together with the bias that a finite number of samples makes
/// @param floor what the same computation gives for samples of the data's own distribution; 0 where none enter
public record Divergence(double jensenShannon, double error, double floor) {
    /// `C(G) = V(D*, G) = −2 ln 2 + 2 JSD`.
    public double value() {
        return Equilibrium.VALUE + 2 * jensenShannon;
    }

    /// The bound of the error of [#value()]: twice [#error()].
    public double valueError() {
        return 2 * error;
    }

    /// Says whether the two may be one quantity: they differ by no more than both errors together.
    public boolean agreesWith(Divergence other) {
        return Math.abs(jensenShannon - other.jensenShannon) <= error + other.error;
    }

    /// The divergence whose C(G) is `value`.
    static Divergence ofValue(Estimate value, double bias, double floor) {
        double jensenShannon = (value.mean() - Equilibrium.VALUE) / 2;
        return new Divergence(jensenShannon, 3 * value.standardError() / 2 + bias, floor);
    }
}
