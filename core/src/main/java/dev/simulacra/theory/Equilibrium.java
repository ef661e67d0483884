package dev.simulacra.theory;

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

    private Equilibrium() {}

    /// `C(G)` of a generator that is uniform on `covered` of `modes` equal, well separated modes of the data.
    ///
    /// On a covered mode p = 1/K and q = 1/k, so `D* = k/(k + K)`; on the others D* = 1:
    ///
    /// ```text
    /// C(G) = (k/K) ln(k/(k + K)) + ln(K/(k + K))
    /// ```
    ///
    /// @throws IllegalArgumentException unless 1 ≤ covered ≤ modes
    public static double valueAtCollapse(int covered, int modes) {
        if (covered < 1 || covered > modes) {
            throw new IllegalArgumentException("collapse: " + covered + " of " + modes
                    + " modes; at least one and at most all must be covered");
        }
        double together = (double) covered + modes;
        return covered / (double) modes * StrictMath.log(covered / together) + StrictMath.log(modes / together);
    }
}
