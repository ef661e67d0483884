package dev.simulacra.data;

/// The error function `erf x = 2/√π ∫₀ˣ e^(−t²) dt` and what belongs to it, with relative errors below 2·10⁻¹⁵; those
/// of erfc grow as x², by the rounding of the exponent.
///
/// Below ½ by a series of positive terms,
///
/// ```text
/// erf x = 2/√π e^(−x²) Σₙ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n + 1))
/// ```
/// and from there by the trapezoidal rule for `erfc x = 2x/π e^(−x²) ∫₀^∞ e^(−t²)/(t² + x²) dt`. With steps of ½ that
/// rule is wrong by e^(−4π²), but for the pole at ix, whose residue is known. (Matta and Reichel 1971, "Uniform
/// computation of the error function and other related functions".)
final class ErrorFunction {
    /// The step of the trapezoidal rule, and where it begins.
    private static final double STEP = 0.5;

    /// e^(−n²/4) is lost in rounding for n above this.
    private static final int MOST = 12;

    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);
    private static final double[] WEIGHTS = weights();

    private ErrorFunction() {}

    static double erf(double x) {
        double size = Math.abs(x);
        return Math.copySign(size < STEP ? series(size) : 1 - erfc(size), x);
    }

    /// `1 − erf x`.
    static double erfc(double x) {
        if (Math.abs(x) < STEP) {
            return 1 - erf(x);
        }
        return x < 0 ? 2 - erfc(-x) : scaled(x) * StrictMath.exp(-x * x);
    }

    /// `e^(x²) erfc x` for `x ≥ 0`, which does not underflow.
    static double scaled(double x) {
        if (x < STEP) {
            return StrictMath.exp(x * x) * erfc(x);
        }
        double sum = 0;
        for (int n = MOST; n > 0; n--) {
            sum += 2 * WEIGHTS[n] / (n * n * STEP * STEP / x + x);
        }
        return STEP / Math.PI * (sum + 1 / x) - residue(x);
    }

    /// What the pole adds to the trapezoidal rule; beyond π/h the line of integration may be moved past it.
    private static double residue(double x) {
        double turn = 2 * Math.PI / STEP;
        return 2 * x < turn ? 2 * StrictMath.exp(x * x) / StrictMath.expm1(turn * x) : 0;
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 0x1p-54; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_ROOT_PI * StrictMath.exp(-x * x) * sum;
    }

    private static double[] weights() {
        double[] weights = new double[MOST + 1];
        for (int n = 0; n < weights.length; n++) {
            weights[n] = StrictMath.exp(-(n * STEP) * (n * STEP));
        }
        return weights;
    }
}
