package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorModule.PRESENT;
import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;
import static java.lang.Math.fma;

/// Loops from random words to variates: `words[0]` to `words[n − 1]`, whole chunks of [Philox#words], become `out[oi]`
/// to `out[oi + n − 1]`.
///
/// Where vectors are present, [VectorVariates] computes them; the bits are the same.
public final class Variates {
    private Variates() {}

    /// `low + width · u`, u the upper 24 bits of a word as a fraction, but no more than `most`.
    public static void uniform(int[] words, float low, float width, float most, float[] out, int oi, int n) {
        if (PRESENT) {
            VectorVariates.uniform(words, low, width, most, out, oi, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            float x = fma((words[i] >>> 8) * 0x1p-24f, width, low);
            out[oi + i] = x > most ? most : x;
        }
    }

    /// 1 where a word, as an unsigned number, is less than `threshold`, a number from 0 to 2³²; otherwise 0.
    public static void bernoulli(int[] words, long threshold, float[] out, int oi, int n) {
        if (PRESENT) {
            VectorVariates.bernoulli(words, threshold, out, oi, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            out[oi + i] = Integer.toUnsignedLong(words[i]) < threshold ? 1 : 0;
        }
    }

    /// Standard normal variates by Box and Muller: `√(−2 ln u) cos 2πv` and `√(−2 ln u) sin 2πv`.
    ///
    /// Of the 16 words of each kind in a chunk, words 0 and 2 give u, their upper 31 bits and a half as a fraction,
    /// rounded; words 1 and 3 give v, their upper 24 bits as a fraction. The cosines of a pair take the places of its
    /// first word, the sines those of its second. Logarithm, sine and cosine are those of [Functions].
    public static void normal(int[] words, float[] out, int oi, int n) {
        if (PRESENT) {
            VectorVariates.normal(words, out, oi, n);
            return;
        }
        for (int pair = 0; pair < n; pair += 2 * Philox.LANES) {
            for (int i = pair; i < pair + Philox.LANES; i++) {
                float radius = (float) Math.sqrt(-2 * log(fma(words[i] >>> 1, 0x1p-31f, 0x1p-32f)));
                float y = (words[i + Philox.LANES] >>> 8) * 0x1p-22f;
                float t = y + Functions.ROUND;
                float r = y - (t - Functions.ROUND);
                int quarters = floatToRawIntBits(t);
                out[oi + i] = radius * Functions.quarterWave(r, quarters + 1);
                out[oi + i + Philox.LANES] = radius * Functions.quarterWave(r, quarters);
            }
        }
    }

    /// The logarithm of a number that is neither zero nor subnormal nor above 1.
    private static float log(float u) {
        int b = floatToRawIntBits(u) - Functions.SQRT_HALF_BITS;
        float fraction = intBitsToFloat((b & Functions.FRACTION_BITS) + Functions.SQRT_HALF_BITS);
        return Functions.logReduced(fraction - 1, b >> 23);
    }
}
