package dev.simulacra.kernel;

import static dev.simulacra.kernel.Functions.ROUND;
import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;
import static java.lang.Math.abs;
import static java.lang.Math.fma;

/// Sine and cosine of one `float` in radians; the loops of [Elementwise] give the same bits.
///
/// The argument is reduced to `x = n π/2 + r` with `abs(r) ≤ π/4`, and n mod 4 says which polynomial of r, with which
/// sign, the result is. Up to [#NEAR] the reduction subtracts n times three parts of π/2, each within a fused
/// multiply-add; the first difference is exact. Beyond, it multiplies x by as many digits of 2/π as count (Payne and
/// Hanek 1983, "Radian reduction for trigonometric functions").
public final class Trigonometric {
    /// The largest argument that is reduced by parts of π/2; `abs(r) ≤ 1.06 π/4` then holds for the rounded n.
    static final float NEAR = 0x1p20f;
    static final float TWO_OVER_PI = 0x1.45f306p-1f;
    /// π/2 in three parts; what they lack is below 2⁻⁷⁶.
    static final float HALF_PI_HIGH = 0x1.921fb6p0f;
    static final float HALF_PI_MIDDLE = -0x1.777a5cp-25f;
    static final float HALF_PI_LOW = -0x1.ee59dap-50f;

    /// `sin r = r + r³(S0 + S1 r² + S2 r⁴)` for `abs(r) ≤ 1.06 π/4`; relative error of the fit 6.2e-9.
    static final float S0 = -0x1.55553ep-3f;
    static final float S1 = 0x1.110486p-7f;
    static final float S2 = -0x1.9862b2p-13f;

    /// `cos r = 1 − r²/2 + r⁴(C0 + C1 r² + C2 r⁴)` for `abs(r) ≤ 1.06 π/4`; relative error of the fit 2.3e-10.
    static final float C0 = 0x1.555546p-5f;
    static final float C1 = -0x1.6c09b8p-10f;
    static final float C2 = 0x1.993856p-16f;

    /// 32 zeros, then the binary digits of 2/π.
    private static final int[] DIGITS = {
        0, 0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab, 0xdebbc561
    };

    private Trigonometric() {}

    /// `sin x`, within 2 ulp for every finite x; NaN of ±∞ and NaN; `sin(−x) = −sin x`, but 0 of −0.
    public static float sin(float x) {
        return sine(x, 0);
    }

    /// `cos x`, within 2 ulp for every finite x; NaN of ±∞ and NaN; even to the bit.
    public static float cos(float x) {
        return sine(x, 1);
    }

    /// `sin(x + quarters · π/2)`.
    static float sine(float x, int quarters) {
        if (abs(x) > NEAR) {
            return sineOfLarge(x, quarters);
        }
        float t = fma(x, TWO_OVER_PI, ROUND);
        float n = t - ROUND;
        float r = fma(n, -HALF_PI_LOW, fma(n, -HALF_PI_MIDDLE, fma(n, -HALF_PI_HIGH, x)));
        return reduced(r, floatToRawIntBits(t) + quarters);
    }

    private static float sineOfLarge(float x, int quarters) {
        if (abs(x) == Float.POSITIVE_INFINITY) {
            return Float.NaN;
        }
        long turn = turn(x);
        long whole = turn + (1L << 61) >> 62;
        return reduced((float) ((turn - (whole << 62)) * (Math.PI * 0x1p-63)), (int) whole + quarters);
    }

    /// The fraction of a turn, in units of 2⁻⁶⁴, by which `x` exceeds whole turns; `abs(x) ≥ 2⁻⁷` and finite.
    ///
    /// Of `x = ±m 2ᵉ`, digits of 2/π before place e − 2 give whole turns, and those after the next 96 are below 2⁻⁷²
    /// of one. No float comes nearer to a multiple of π/2 than 2⁻³² of a turn.
    private static long turn(float x) {
        long m = floatToRawIntBits(x) & 0x7fffff | 0x800000;
        int place = Integer.SIZE + Math.getExponent(x) - 23 - 2;
        long high = (long) digits(place) << 32 | Integer.toUnsignedLong(digits(place + 32));
        long turn = m * high + (m * Integer.toUnsignedLong(digits(place + 64)) >>> 32);
        return x < 0 ? -turn : turn;
    }

    /// The 32 digits from `place` on.
    private static int digits(int place) {
        long two = (long) DIGITS[place >> 5] << 32 | Integer.toUnsignedLong(DIGITS[(place >> 5) + 1]);
        return (int) (two >>> 32 - (place & 31));
    }

    /// `sin(r + quarters · π/2)` for `abs(r) ≤ 1.06 π/4`.
    private static float reduced(float r, int quarters) {
        float q = r * r;
        float sine = fma(r * q, fma(fma(S2, q, S1), q, S0), r);
        float cosine = fma(fma(fma(fma(C2, q, C1), q, C0), q, -0.5f), q, 1);
        float y = (quarters & 1) != 0 ? cosine : sine;
        return intBitsToFloat(floatToRawIntBits(y) ^ (quarters & 2) << 30);
    }
}
