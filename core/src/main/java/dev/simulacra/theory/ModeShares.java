package dev.simulacra.theory;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How samples are shared out among equal modes, beside what chance does to a perfect generator's.
///
/// A sample belongs to the mode whose centre is nearest. Of n samples of a perfect generator, the share of one of K
/// modes is `1/K` with the standard error `√(1/K · (1 − 1/K) / n)` of a binomial share; the band reaches three of
/// these to either side. One mode in 370 of a perfect generator lies outside.
///
/// @param shares of each mode; none where the truth has no modes
/// @param n      the number of samples
public record ModeShares(double[] shares, int n) {
    private static final int DEVIATIONS = 3;

    /// The shares of a truth that has no modes.
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
        double[] nearest =
                OptimalDiscriminator.each(samples, centres[0].length, x -> nearest(centres, x));
        double[] shares = new double[centres.length];
        for (double mode : nearest) {
            shares[(int) mode] += 1.0 / nearest.length;
        }
        return new ModeShares(shares, nearest.length);
    }

    private static int nearest(double[][] centres, double... x) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < centres.length; k++) {
            double distance = 0;
            for (int i = 0; i < x.length; i++) {
                distance += (x[i] - centres[k][i]) * (x[i] - centres[k][i]);
            }
            nearest = distance < least ? k : nearest;
            least = Math.min(least, distance);
        }
        return nearest;
    }

    /// K.
    public int modes() {
        return shares.length;
    }

    /// `1/K`.
    public double equal() {
        return 1.0 / modes();
    }

    /// How far a share may be from `1/K` by chance: three standard errors.
    public double band() {
        return DEVIATIONS * Math.sqrt(equal() * (1 - equal()) / n);
    }

    /// Whether the share of `mode` is what chance does to a perfect generator's.
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
