package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorModule.PRESENT;

/// The counter-based generator Philox 4×32-10: a keyed bijection of 128-bit counters whose values pass for random.
///
/// A round multiplies two of the counter's four words by constants and crosses the halves of the products with the
/// other words and the key; ten rounds, the key moved on by Weyl constants in between.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
public final class Philox {
    /// The words of one chunk: the four words of [#LANES] blocks.
    public static final int CHUNK = 64;
    /// The blocks of one chunk, computed side by side.
    public static final int LANES = 16;

    static final long MULTIPLIER_0 = 0xD2511F53L;
    static final long MULTIPLIER_1 = 0xCD9E8D57L;
    static final int WEYL_0 = 0x9E3779B9;
    static final int WEYL_1 = 0xBB67AE85;
    static final long WORD = 0xFFFFFFFFL;
    static final int ROUNDS = 10;

    private Philox() {}

    /// Writes the four words for counter `(c0, c1, c2, c3)` under key `(k0, k1)` to `out[at]`, `out[at + stride]`, ….
    public static void block(int c0, int c1, int c2, int c3, int k0, int k1, int[] out, int at, int stride) {
        int x0 = c0;
        int x1 = c1;
        int x2 = c2;
        int x3 = c3;
        int key0 = k0;
        int key1 = k1;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = (x0 & WORD) * MULTIPLIER_0;
            long product1 = (x2 & WORD) * MULTIPLIER_1;
            x0 = (int) (product1 >>> 32) ^ x1 ^ key0;
            x1 = (int) product1;
            x2 = (int) (product0 >>> 32) ^ x3 ^ key1;
            x3 = (int) product0;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        out[at] = x0;
        out[at + stride] = x1;
        out[at + 2 * stride] = x2;
        out[at + 3 * stride] = x3;
    }

    /// Writes chunks `chunk` to `chunk + chunks − 1` of a draw's words to `out[0]` and on.
    ///
    /// Block b has the counter `(b, 0, draw low, draw high)`, the key its first word in the low half; word w of the
    /// block in lane l of a chunk, `b = 16 · chunk + l`, is the chunk's word `16 w + l`.
    public static void words(long key, long draw, int chunk, int chunks, int[] out) {
        if (PRESENT) {
            VectorPhilox.words(key, draw, chunk, chunks, out);
            return;
        }
        for (int i = 0; i < chunks * LANES; i++) {
            int at = i / LANES * CHUNK + i % LANES;
            block(chunk * LANES + i, 0, (int) draw, (int) (draw >>> 32), (int) key, (int) (key >>> 32), out, at, LANES);
        }
    }
}
