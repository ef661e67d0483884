package dev.simulacra.data;

/// The inverse `L⁻¹` of the Cholesky factor of a covariance matrix `Σ = LLᵀ`, and `ln det L`.
///
/// `L⁻¹x` has covariance I where x has covariance Σ. A singular Σ has `ln det L` = −∞ and no inverse.
record Whitening(double[][] inverse, double logDeterminant) {
    /// A pivot below this share of its variance is rounding noise.
    private static final double NEGLIGIBLE = 1e-13;

    static Whitening of(double[][] covariance) {
        int d = covariance.length;
        double[][] l = new double[d][d];
        double logDeterminant = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                l[i][j] = (covariance[i][j] - dot(l[i], l[j], j)) / l[j][j];
            }
            double pivot = covariance[i][i] - dot(l[i], l[i], i);
            if (!(pivot > NEGLIGIBLE * covariance[i][i])) {
                return new Whitening(new double[0][], Double.NEGATIVE_INFINITY);
            }
            l[i][i] = Math.sqrt(pivot);
            logDeterminant += StrictMath.log(l[i][i]);
        }
        return new Whitening(inverse(l), logDeterminant);
    }

    boolean isSingular() {
        return inverse.length == 0;
    }

    /// `L⁻¹(x − mean)`.
    double[] apply(double[] x, double[] mean) {
        double[] z = new double[inverse.length];
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j <= i; j++) {
                z[i] += inverse[i][j] * (x[j] - mean[j]);
            }
        }
        return z;
    }

    /// `|L⁻¹(x − mean)|²`: the squared Mahalanobis distance.
    double squaredDistance(double[] x, double[] mean) {
        double[] z = apply(x, mean);
        return dot(z, z, z.length);
    }

    /// `tr(Σ⁻¹) = |L⁻¹|²`.
    double inverseTrace() {
        double sum = 0;
        for (double[] row : inverse) {
            sum += dot(row, row, row.length);
        }
        return sum;
    }

    private static double[][] inverse(double[][] l) {
        int d = l.length;
        double[][] inverse = new double[d][d];
        for (int column = 0; column < d; column++) {
            for (int i = column; i < d; i++) {
                double sum = i == column ? 1 : 0;
                for (int j = column; j < i; j++) {
                    sum -= l[i][j] * inverse[j][column];
                }
                inverse[i][column] = sum / l[i][i];
            }
        }
        return inverse;
    }

    private static double dot(double[] a, double[] b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
