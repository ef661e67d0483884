package dev.simulacra.analysis.metrics;

import dev.simulacra.analysis.numerics.SymmetricEigen;
import dev.simulacra.data.Gaussian;

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

    /// The distance of `truth` and the Gaussian fitted to samples.
    public static Frechet between(Gaussian truth, Moments samples) {
        return between(truth.mean(), truth.covariance(), samples.mean(), samples.covariance());
    }

    /// The distance of two Gaussians.
    public static Frechet between(Gaussian p, Gaussian q) {
        return between(p.mean(), p.covariance(), q.mean(), q.covariance());
    }

    /// The mean 2-Wasserstein distance of `truth` and the Gaussian fitted to `n` samples of `truth` itself, over
    /// `trials` simulated sets: what a perfect generator would show.
    public static double floor(Gaussian truth, int n, int trials, long seed) {
        double sum = 0;
        for (int trial = 0; trial < trials; trial++) {
            float[] rows = truth.rows(seed, "floor/" + trial, n);
            sum += between(truth, Moments.of(rows, truth.dimension())).wasserstein2();
        }
        return sum / trials;
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
        double[][] root = SymmetricEigen.of(covariance2).squareRoot();
        double trace = 0;
        for (double eigenvalue : SymmetricEigen.of(product(root, product(covariance1, root))).values()) {
            trace += Math.sqrt(Math.max(eigenvalue, 0));
        }
        return trace;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b.length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
