package dev.simulacra.data;

/// The error function `erf x = 2/√π ∫₀ˣ e^(−t²) dt` and what belongs to it, with relative errors below 2·10⁻¹⁵ where
/// the result is a normal number.
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
        return x < 0 ? 2 - erfc(-x) : scaled(x) * bell(x, 1);
    }

    /// `e^(−c x²)` for `x ≥ 0` and c = 1 or ½. The square of the float next to x is exact, so that no rounding of a
    /// large exponent comes in, which alone would be wrong by `c x² 2⁻⁵³`. Beyond 40 the first factor is 0.
    static double bell(double x, double c) {
        double near = (float) Math.min(x, 40);
        return StrictMath.exp(-c * near * near) * StrictMath.exp(-c * (x - near) * (x + near));
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
