package dev.simulacra.analysis.metrics;

import dev.simulacra.data.Mixture;
import dev.simulacra.data.ModeCentres;
import java.util.Arrays;

/// The distribution of samples over the modes of a mixture, by the rules of VEEGAN and PacGAN.
///
/// A sample belongs to the mode whose centre is nearest, and is of high quality where that is nearer than 3 deviations.
/// A mode is covered by at least one sample of high quality. Masses of modes are shares of the samples of high quality.
///
/// Sources: Srivastava et al. 2017 (arXiv:1705.07761), section 5.1, which judges 2,500 samples; Lin et al. 2018
/// (arXiv:1712.04086), section 4.1, and its public code, where `MetricLogger` counts strictly nearer samples, drops all
/// others, and logs the entropy H of the masses in nats: the reverse KL divergence is `ln K − H`.
///
/// @param samples   the number of samples that were judged
/// @param dimension the number of coordinates of a sample
/// @param reach     the number of deviations from a centre within which samples are of high quality
/// @param counts    the samples of high quality that belong to each mode
public record ModeCoverage(int samples, int dimension, double reach, int... counts) {
    private static final double REACH = 3;

    public ModeCoverage {
        counts = counts.clone();
    }

    /// The coverage of `population` by `samples`, row-major, by the published rules. A sample that is not finite is
    /// near no mode.
    ///
    /// @throws IllegalArgumentException where these are no whole rows, or none, or where two modes lie nearer to each
    ///     other than high quality reaches, so that they cannot be counted
    public static ModeCoverage of(Mixture population, float[] samples) {
        return of(population, samples, REACH);
    }

    /// The coverage with samples of high quality up to `reach` deviations from a centre.
    public static ModeCoverage of(Mixture population, float[] samples, double reach) {
        int d = population.dimension();
        if (samples.length == 0 || samples.length % d != 0) {
            throw new IllegalArgumentException("mode coverage: " + samples.length + " values with " + d
                    + " columns; there must be at least one row, and whole rows");
        }
        ModeCentres centres = new ModeCentres(population.centres());
        requireApart(centres, reach, population.deviation());
        double most = reach * reach * population.deviation() * population.deviation();
        int[] counts = new int[centres.count()];
        for (int at = 0; at < samples.length; at += d) {
            int nearest = centres.nearest(samples, at);
            if (centres.squaredDistance(nearest, samples, at) < most) {
                counts[nearest]++;
            }
        }
        return new ModeCoverage(samples.length / d, d, reach, counts);
    }

    @Override
    public int[] counts() {
        return counts.clone();
    }

    /// The number K of modes that there are.
    public int modes() {
        return counts.length;
    }

    /// The number of modes that are covered.
    public int covered() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /// The share of the samples that are of high quality.
    public double highQuality() {
        return (double) ofHighQuality() / samples;
    }

    /// `Σ qₖ ln(qₖ K)`, the divergence of the samples' masses q from the equal masses 1/K of the distribution, in nats.
    ///
    /// From 0 to ln K, which stands also where no sample is of high quality and there are no masses.
    public double reverseKl() {
        double sum = 0;
        for (int count : counts) {
            double q = (double) count / ofHighQuality();
            sum += count == 0 ? 0 : q * StrictMath.log(q * modes());
        }
        return ofHighQuality() == 0 ? StrictMath.log(modes()) : Math.max(0, sum);
    }

    /// `½ Σ |qₖ − 1/K|`: the share of the mass that lies in the wrong mode.
    ///
    /// From 0 to 1 − 1/K, which stands also where no sample is of high quality.
    public double totalVariation() {
        double sum = 0;
        for (int count : counts) {
            sum += Math.abs((double) count / Math.max(1, ofHighQuality()) - 1.0 / modes()) / 2;
        }
        return ofHighQuality() == 0 ? 1 - 1.0 / modes() : sum;
    }

    /// The distribution's own share of high quality: the probability that a normal sample lies within reach of its
    /// centre, `1 − e^(−9/2)` = 98.89 % in the plane. So for modes that lie further apart than twice the reach. It is
    /// no bound: narrower modes have more.
    public double highQualityOfPopulation() {
        return ChiSquared.below(reach * reach, dimension);
    }

    /// Three standard errors around the count that a perfect generator puts into each mode: binomial, of all samples.
    public ToleranceBand countBand() {
        return ToleranceBand.ofBinomial(samples, highQualityOfPopulation() / modes());
    }

    /// Three standard errors around the share of high quality that a perfect generator has.
    public ToleranceBand highQualityBand() {
        return ToleranceBand.ofBinomial(samples, highQualityOfPopulation()).times(1.0 / samples);
    }

    /// The reverse KL divergence of a perfect generator at as many samples: `2n·KL` of n samples of high quality
    /// follows the χ² law with K − 1 degrees of freedom (Wilks), so the mean is `(K − 1)/2n`, the deviation
    /// `√((K − 1)/2)/n`.
    public Baseline reverseKlFloor() {
        double n = samples * highQualityOfPopulation();
        return new Baseline((modes() - 1) / (2 * n), Math.sqrt((modes() - 1) / 2.0) / n);
    }

    private int ofHighQuality() {
        return Arrays.stream(counts).sum();
    }

    /// A ring whose last angle is its first has a mode twice, but for rounding.
    private static void requireApart(ModeCentres centres, double reach, double deviation) {
        for (int k = 0; k < centres.count(); k++) {
            for (int other = 0; other < k; other++) {
                double distance = centres.distance(k, other);
                if (distance < reach * deviation) {
                    throw new IllegalArgumentException("mode coverage: modes " + other + " and " + k + " are "
                            + distance + " apart; to be counted they must be " + reach + " deviations of " + deviation
                            + " apart at least");
                }
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModeCoverage(var n, var d, var r, var c)
                && samples == n
                && dimension == d
                && reach == r
                && Arrays.equals(counts, c);
    }

    @Override
    public int hashCode() {
        return 31 * samples + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return covered() + " of " + modes() + " modes, counts " + Arrays.toString(counts) + " of " + samples;
    }
}
