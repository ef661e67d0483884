package dev.simulacra.kernel;

import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;
import static java.lang.Math.abs;
import static java.lang.Math.fma;

/// Elementary functions of one `float`, each a fixed chain of exactly rounded operations; the loops of [Elementwise]
/// give the same bits.
///
/// Polynomials are minimax fits of our own with coefficients rounded one after the other to `float`. Errors are in ulp
/// of the exact result, the largest found over dense sweeps (the tests state which).
public final class Functions {
    /// Adding this and taking it away again rounds to the nearest integer, which the low bits of the sum then hold.
    static final float ROUND = 0x1.8p23f;
    static final int ROUND_BITS = floatToRawIntBits(ROUND);

    static final float LOG2_E = 0x1.715476p0f;
    /// ln 2 in two parts: `n · LN2_HIGH` is exact enough inside a fused multiply-add that the reduction loses nothing.
    static final float LN2_HIGH = 0x1.62e43p-1f;
    static final float LN2_LOW = -0x1.05c61p-29f;

    /// Above, `exp` overflows; below, it is nearer to 0 than to the smallest subnormal.
    static final float EXP_MOST = 89;
    static final float EXP_LEAST = -104;
    /// tanh is 1 in float from here on, in units of 2x.
    static final float TANH_MOST = 20;

    /// `eʳ = 1 + r + r²(E0 + E1 r + … + E5 r⁵)` for `abs(r) ≤ ½ ln 2`; error of the fit 4.4e-10.
    static final float E0 = 0x1p-1f;
    static final float E1 = 0x1.555554p-3f;
    static final float E2 = 0x1.5554f8p-5f;
    static final float E3 = 0x1.1112d4p-7f;
    static final float E4 = 0x1.6d3a6p-10f;
    static final float E5 = 0x1.9e7ca6p-13f;

    /// `ln(1 + f) = f − f²/2 + f³(L0 + L1 f + … + L7 f⁷)` for `√½ ≤ 1 + f ≤ √2`; error of the fit 5.9e-9.
    static final float L0 = 0x1.555554p-2f;
    static final float L1 = -0x1.000226p-2f;
    static final float L2 = 0x1.99a01cp-3f;
    static final float L3 = -0x1.54728ap-3f;
    static final float L4 = 0x1.22d92ep-3f;
    static final float L5 = -0x1.0d8242p-3f;
    static final float L6 = 0x1.055ec6p-3f;
    static final float L7 = -0x1.38c9dep-4f;
    static final int SQRT_HALF_BITS = 0x3f3504f3;
    static final int FRACTION_BITS = 0x7fffff;
    static final float SQRT_TWO_MINUS_ONE = 0x1.a8279ap-2f;
    /// Subnormal arguments of the logarithm are scaled by `2²³`.
    static final float TINY_SCALE = 0x1p23f;
    static final float TINY_EXPONENT = 23;

    /// `sin(½π r) = S r + r(S0 + S1 r² + S2 r⁴ + S3 r⁶)` for `abs(r) ≤ ½`; error of the fit 3.5e-9.
    static final float S = 0x1.921fb6p0f;
    static final float S0 = -0x1.a32baap-25f;
    static final float S1 = -0x1.4abbbap-1f;
    static final float S2 = 0x1.465eeap-4f;
    static final float S3 = -0x1.2da156p-8f;

    /// `cos(½π r) = 1 + r²(C0 + C1 r² + C2 r⁴ + C3 r⁶)` for `abs(r) ≤ ½`; error of the fit 4.4e-10.
    static final float C0 = -0x1.3bd3ccp0f;
    static final float C1 = 0x1.03c1bp-2f;
    static final float C2 = -0x1.55b2b2p-6f;
    static final float C3 = 0x1.d4f472p-11f;

    private Functions() {}

    /// `eˣ`, within 1 ulp; ∞ from 88.73 on, gradual underflow from −87.34 to 0 at −103.98; NaN of NaN.
    public static float exp(float x) {
        float y = x > EXP_MOST ? EXP_MOST : x;
        y = y < EXP_LEAST ? EXP_LEAST : y;
        float t = fma(y, LOG2_E, ROUND);
        float n = t - ROUND;
        float r = fma(n, -LN2_LOW, fma(n, -LN2_HIGH, y));
        int k = floatToRawIntBits(t) - ROUND_BITS;
        int half = k >> 1;
        return (expm1Reduced(r) + 1) * powerOfTwo(half) * powerOfTwo(k - half);
    }

    /// The natural logarithm of x, within 1 ulp; −∞ of 0, NaN of negative numbers and NaN, ∞ of ∞.
    public static float log(float x) {
        boolean tiny = x < Float.MIN_NORMAL;
        int b = floatToRawIntBits(tiny ? x * TINY_SCALE : x) - SQRT_HALF_BITS;
        float k = intBitsToFloat((b >> 23) + ROUND_BITS) - ROUND;
        k -= tiny ? TINY_EXPONENT : 0;
        float y = logReduced(intBitsToFloat((b & FRACTION_BITS) + SQRT_HALF_BITS) - 1, k);
        y = x < Float.POSITIVE_INFINITY ? y : x;
        y = x == 0 ? Float.NEGATIVE_INFINITY : y;
        return x < 0 ? Float.NaN : y;
    }

    /// The hyperbolic tangent, within 3 ulp; odd to the bit; ±1 from 9.02 on.
    public static float tanh(float x) {
        float y = abs(x) * 2;
        y = y > TANH_MOST ? TANH_MOST : y;
        float t = fma(y, LOG2_E, ROUND);
        float n = t - ROUND;
        float r = fma(n, -LN2_LOW, fma(n, -LN2_HIGH, y));
        float scale = powerOfTwo(floatToRawIntBits(t) - ROUND_BITS);
        float expm1 = fma(scale, expm1Reduced(r), scale - 1);
        float z = expm1 / (expm1 + 2);
        return intBitsToFloat(floatToRawIntBits(z) | floatToRawIntBits(x) & Integer.MIN_VALUE);
    }

    /// The logistic function `1 / (1 + e⁻ˣ)`, within 3 ulp, also where it is near 0.
    public static float sigmoid(float x) {
        float e = exp(-abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    /// `ln(1 + eˣ)` without overflow, as `max(x, 0) + ln(1 + e^(−abs(x)))`, within 3 ulp.
    public static float softplus(float x) {
        float e = exp(-abs(x));
        boolean halve = e > SQRT_TWO_MINUS_ONE;
        float y = logReduced(halve ? fma(e, 0.5f, -0.5f) : e, halve ? 1 : 0);
        return (x > 0 ? x : 0) + y;
    }

    /// `sin(2πu)`, the argument in turns: within 2 ulp for `abs(u) ≤ 2¹⁹`; beyond, the result means nothing.
    public static float sin2pi(float u) {
        float v = u * 4;
        float t = v + ROUND;
        return quarterWave(v - (t - ROUND), floatToRawIntBits(t));
    }

    /// `cos(2πu)`, the argument in turns: within 2 ulp for `abs(u) ≤ 2¹⁹`; beyond, the result means nothing.
    public static float cos2pi(float u) {
        float v = u * 4;
        float t = v + ROUND;
        return quarterWave(v - (t - ROUND), floatToRawIntBits(t) + 1);
    }

    /// `sin(½π(r + quarters))` for `abs(r) ≤ ½`.
    static float quarterWave(float r, int quarters) {
        float q = r * r;
        float sine = fma(r, S, r * fma(fma(fma(S3, q, S2), q, S1), q, S0));
        float cosine = fma(fma(fma(fma(C3, q, C2), q, C1), q, C0), q, 1);
        float y = (quarters & 1) != 0 ? cosine : sine;
        return intBitsToFloat(floatToRawIntBits(y) ^ (quarters & 2) << 30);
    }

    /// `eʳ − 1` for `abs(r) ≤ ½ ln 2`.
    private static float expm1Reduced(float r) {
        float p = fma(fma(fma(fma(fma(E5, r, E4), r, E3), r, E2), r, E1), r, E0);
        return fma(r * r, p, r);
    }

    /// `ln(1 + f) + k ln 2`.
    static float logReduced(float f, float k) {
        float p = fma(fma(fma(fma(fma(fma(fma(L7, f, L6), f, L5), f, L4), f, L3), f, L2), f, L1), f, L0);
        float square = f * f;
        float y = fma(k, LN2_LOW, f * square * p);
        y = f + fma(-0.5f, square, y);
        return fma(k, LN2_HIGH, y);
    }

    private static float powerOfTwo(int k) {
        return intBitsToFloat(k + 127 << 23);
    }
}
