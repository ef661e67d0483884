package dev.simulacra.analysis.metrics;

import dev.simulacra.analysis.numerics.PositiveSemidefinite;
import dev.simulacra.data.Gaussian;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/// The Fréchet distance of two Gaussians: the square of their 2-Wasserstein distance, as the sum of what the means and
/// what the covariances contribute.
///
/// ```text
/// W₂² = |μ₁ − μ₂|² + tr(Σ₁ + Σ₂ − 2(Σ₂^½ Σ₁ Σ₂^½)^½)
/// ```
/// (Dowson and Landau 1982.) Between distributions of any kind with these moments it is a lower bound of W₂².
public record Frechet(double ofMeans, double ofCovariances) {
    /// The distance of N(mean1, covariance1) and N(mean2, covariance2); singular covariances are fine.
    public static Frechet between(double[] mean1, double[][] covariance1, double[] mean2, double[][] covariance2) {
        if (mean1.length != mean2.length) {
            throw new IllegalArgumentException("frechet: means of " + mean1.length + " and " + mean2.length
                    + " coordinates; they must have the same number");
        }
        double ofMeans = 0;
        double traces = 0;
        for (int i = 0; i < mean1.length; i++) {
            ofMeans += (mean1[i] - mean2[i]) * (mean1[i] - mean2[i]);
            traces += covariance1[i][i] + covariance2[i][i];
        }
        return new Frechet(ofMeans, Math.max(0, traces - 2 * fidelity(covariance1, covariance2)));
    }

    /// The distance of the Gaussians fitted to two sets of rows.
    public static Frechet between(Moments a, Moments b) {
        return between(a.mean(), a.covariance(), b.mean(), b.covariance());
    }

    /// The distance of `population` and the Gaussian fitted to samples.
    public static Frechet between(Gaussian population, Moments samples) {
        return between(population.mean(), population.covariance(), samples.mean(), samples.covariance());
    }

    /// The distance of two Gaussians.
    public static Frechet between(Gaussian p, Gaussian q) {
        return between(p.mean(), p.covariance(), q.mean(), q.covariance());
    }

    /// The distances of `population` and the Gaussian fitted to `n` samples of `population` itself, for `trials`
    /// simulated sets: what a perfect generator would show. The floor of a distance is the mean of that distance over
    /// the sets; the square of the mean W₂ is less than the mean W₂².
    public static List<Frechet> ofPopulation(Gaussian population, int n, int trials, long seed) {
        return IntStream.range(0, trials)
                .mapToObj(trial -> between(
                        population, Moments.of(population.rows(seed, "floor/" + trial, n), population.dimension())))
                .toList();
    }

    /// The Fréchet distance: the squared 2-Wasserstein distance.
    public double squared() {
        return ofMeans + ofCovariances;
    }

    /// The 2-Wasserstein distance, in the units of the data.
    public double wasserstein2() {
        return Math.sqrt(squared());
    }

    /// `tr (Σ₂^½ Σ₁ Σ₂^½)^½`.
    private static double fidelity(double[][] covariance1, double[][] covariance2) {
        RealMatrix root = PositiveSemidefinite.of(MatrixUtils.createRealMatrix(covariance2)).squareRoot();
        RealMatrix between = root.multiply(MatrixUtils.createRealMatrix(covariance1)).multiply(root);
        return PositiveSemidefinite.of(between).traceOfRoot();
    }
}
