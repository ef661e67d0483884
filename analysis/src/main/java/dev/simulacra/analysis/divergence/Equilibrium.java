package dev.simulacra.analysis.divergence;

import java.util.Optional;

/// The values that the quantities of a game have at its equilibrium, in nats.
///
/// For a fixed generator with density q the value
///
/// ```text
/// V(D, G) = E_p log D(x) + E_q log(1 − D(x)) = ∫ p log D + q log(1 − D)
/// ```
/// is greatest, point by point, at `D* = p/(p + q)`. There it is `C(G) = −2 ln 2 + 2 JSD(p, q)`, which is smallest,
/// −2 ln 2, exactly where q = p; then `D* = ½` everywhere. (Goodfellow and others 2014, section 4.1.) The losses of the
/// players follow by putting D = ½ into them. The converse does not hold: losses at these values prove nothing.
public final class Equilibrium {
    /// `D = p/(p + p) = ½`.
    public static final double DISCRIMINATOR_OUTPUT = 0.5;

    /// `V = ln ½ + ln ½ = −2 ln 2 ≈ −1.3863`.
    public static final double VALUE = -2 * StrictMath.log(2);

    /// `J(D) = −V = 2 ln 2 ≈ 1.3863`.
    public static final double DISCRIMINATOR_LOSS = -VALUE;

    /// `J(G) = −ln ½ = ln 2 ≈ 0.6931`, for the non-saturating objective `−E log D(G(z))`.
    public static final double GENERATOR_LOSS = StrictMath.log(2);

    /// `J(G) = ln ½ = −ln 2 ≈ −0.6931`, for the saturating objective `E log(1 − D(G(z)))`.
    public static final double SATURATING_GENERATOR_LOSS = -GENERATOR_LOSS;

    private static final int HALVINGS = 60;

    private Equilibrium() {}

    /// A loss that is a multiple of ln 2 in words, as `2 ln 2`; nothing for 0 and for any other.
    public static Optional<String> inLn2(double loss) {
        double multiple = loss / StrictMath.log(2);
        if (multiple == 0 || multiple != Math.rint(multiple)) {
            return Optional.empty();
        }
        String sign = multiple < 0 ? "−" : "";
        String factor = Math.abs(multiple) == 1 ? "" : (int) Math.abs(multiple) + " ";
        return Optional.of(sign + factor + "ln 2");
    }

    /// `C(G)` of a generator that is uniform on `covered` of `modes` equal, well separated modes of the data.
    ///
    /// On a covered mode p = 1/K and q = 1/k, so `D* = k/(k + K)`; on the others D* = 1:
    ///
    /// ```text
    /// C(G) = (k/K) ln(k/(k + K)) + ln(K/(k + K))
    /// ```
    ///
    /// For a k that is no whole number it is the same formula, and 0 at k = 0.
    ///
    /// @throws IllegalArgumentException unless 0 ≤ covered ≤ modes and there is a mode
    public static double valueAtCollapse(double covered, int modes) {
        if (!(covered >= 0 && covered <= modes) || modes < 1) {
            throw new IllegalArgumentException("collapse: " + covered + " of " + modes
                    + " modes; at least none and at most all of at least one must be covered");
        }
        double together = covered + modes;
        double ofCovered = covered == 0 ? 0 : covered / modes * StrictMath.log(covered / together);
        return ofCovered + StrictMath.log(modes / together);
    }

    /// The number k of modes, not a whole one, at which [#valueAtCollapse] would be `value`: "the loss says ≈ 6.2 of 8
    /// modes". All of them where the value is below −2 ln 2, which only chance can bring about, 0 where it is above 0.
    ///
    /// @throws IllegalArgumentException where there is no mode, or the value is NaN
    public static double modesAtCollapse(double value, int modes) {
        if (modes < 1 || Double.isNaN(value)) {
            throw new IllegalArgumentException("collapse: a value of " + value + " and " + modes
                    + " modes; a number and at least one mode are required");
        }
        double low = 0;
        double high = modes;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean isTooLow = valueAtCollapse(middle, modes) > value;
            low = isTooLow ? middle : low;
            high = isTooLow ? high : middle;
        }
        return (low + high) / 2;
    }
}
