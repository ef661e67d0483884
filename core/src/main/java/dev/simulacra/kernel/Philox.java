package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;
import static jdk.incubator.vector.VectorOperators.L2I;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

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

    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final long WORD = 0xFFFFFFFFL;
    private static final int ROUNDS = 10;

    private static final VectorSpecies<Long> LONGS = SPECIES.withLanes(long.class);
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));
    private static final int BLOCKS = LENGTH / 2;

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
    ///
    /// Every word travels in the upper half of a lane of 64 bits, where the high half of a product is already; what is
    /// below it means nothing. The shift that brings a word down, and a mask on the multipliers that changes nothing,
    /// tell the compiler that one multiplication of 32 by 32 bits is enough.
    public static void words(long key, long draw, int chunk, int chunks, int[] out) {
        LongVector m0 = LongVector.broadcast(LONGS, MULTIPLIER_0).and(WORD);
        LongVector m1 = LongVector.broadcast(LONGS, MULTIPLIER_1).and(WORD);
        LongVector weyl0 = LongVector.broadcast(LONGS, (long) WEYL_0 << 32);
        LongVector weyl1 = LongVector.broadcast(LONGS, (long) WEYL_1 << 32);
        LongVector key0 = LongVector.broadcast(LONGS, key << 32);
        LongVector key1 = LongVector.broadcast(LONGS, key & ~WORD);
        LongVector lanes = LongVector.zero(LONGS).addIndex(1).lanewise(LSHL, 32);
        for (int c = 0; c < chunks; c++) {
            for (int lane = 0; lane < LANES; lane += BLOCKS) {
                LongVector x0 = lanes.add((long) ((chunk + c) * LANES + lane) << 32);
                LongVector x1 = LongVector.zero(LONGS);
                LongVector x2 = LongVector.broadcast(LONGS, draw << 32);
                LongVector x3 = LongVector.broadcast(LONGS, draw);
                LongVector k0 = key0;
                LongVector k1 = key1;
                for (int round = 0; round < ROUNDS; round++) {
                    LongVector product0 = x0.lanewise(LSHR, 32).mul(m0);
                    LongVector product1 = x2.lanewise(LSHR, 32).mul(m1);
                    x0 = product1.lanewise(XOR, x1).lanewise(XOR, k0);
                    x1 = product1.lanewise(LSHL, 32);
                    x2 = product0.lanewise(XOR, x3).lanewise(XOR, k1);
                    x3 = product0.lanewise(LSHL, 32);
                    k0 = k0.add(weyl0);
                    k1 = k1.add(weyl1);
                }
                int at = c * CHUNK + lane;
                ((IntVector) x0.lanewise(LSHR, 32).convertShape(L2I, INTS, 0)).intoArray(out, at);
                ((IntVector) x1.lanewise(LSHR, 32).convertShape(L2I, INTS, 0)).intoArray(out, at + LANES);
                ((IntVector) x2.lanewise(LSHR, 32).convertShape(L2I, INTS, 0)).intoArray(out, at + 2 * LANES);
                ((IntVector) x3.lanewise(LSHR, 32).convertShape(L2I, INTS, 0)).intoArray(out, at + 3 * LANES);
            }
        }
    }
}
