package dev.simulacra.analysis.equilibrium;

import dev.simulacra.data.ModeCentres;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The shares of samples in each of K equal modes, beside the range that chance gives a perfect generator.
///
/// A sample belongs to the mode whose centre is nearest. Of n samples of a perfect generator, the share of one of K
/// modes is `1/K` with the standard error `√(1/K · (1 − 1/K) / n)` of a binomial share; the band reaches three of
/// these to either side. One mode in 370 of a perfect generator lies outside.
///
/// @param shares of each mode; none where the distribution has no modes
/// @param n      the number of samples
public record ModeShares(double[] shares, int n) {
    private static final int DEVIATIONS = 3;

    /// The shares of a distribution that has no modes.
    public static ModeShares none() {
        return new ModeShares(new double[0], 0);
    }

    /// The shares of `samples`, row-major, among modes with the given centres.
    ///
    /// @throws IllegalArgumentException where there is no centre, no sample or no whole row
    public static ModeShares of(double[][] centres, float[] samples) {
        if (centres.length == 0 || samples.length == 0) {
            throw new IllegalArgumentException("mode shares: " + centres.length + " centres and " + samples.length
                    + " values; there must be at least one of each");
        }
        ModeCentres modes = new ModeCentres(centres);
        int d = modes.dimension();
        if (samples.length % d != 0) {
            throw new IllegalArgumentException("mode shares: " + samples.length
                    + " values are no whole number of rows of " + d + " columns");
        }
        int n = samples.length / d;
        double[] shares = new double[modes.count()];
        for (int row = 0; row < n; row++) {
            shares[modes.nearest(samples, row * d)] += 1.0 / n;
        }
        return new ModeShares(shares, n);
    }

    /// K.
    public int modes() {
        return shares.length;
    }

    /// `1/K`.
    public double equal() {
        return 1.0 / modes();
    }

    /// The distance of a share from `1/K` that chance allows: three standard errors.
    public double band() {
        return DEVIATIONS * Math.sqrt(equal() * (1 - equal()) / n);
    }

    /// Says whether the share of `mode` lies in the range that chance gives a perfect generator.
    public boolean isWithin(int mode) {
        return Math.abs(shares[mode] - equal()) <= band();
    }

    /// The modes whose share is outside the band.
    public int[] outside() {
        return IntStream.range(0, modes()).filter(mode -> !isWithin(mode)).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModeShares(var s, var m) && Arrays.equals(shares, s) && n == m;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shares) + n;
    }

    @Override
    public String toString() {
        return "shares " + Arrays.toString(shares) + " of " + n + " samples";
    }
}
