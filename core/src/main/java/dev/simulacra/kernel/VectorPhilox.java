package dev.simulacra.kernel;

import static dev.simulacra.kernel.Philox.CHUNK;
import static dev.simulacra.kernel.Philox.LANES;
import static dev.simulacra.kernel.Philox.MULTIPLIER_0;
import static dev.simulacra.kernel.Philox.MULTIPLIER_1;
import static dev.simulacra.kernel.Philox.ROUNDS;
import static dev.simulacra.kernel.Philox.WEYL_0;
import static dev.simulacra.kernel.Philox.WEYL_1;
import static dev.simulacra.kernel.Philox.WORD;
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

/// The vector form of [Philox]: blocks side by side in the lanes of vectors.
final class VectorPhilox {
    private static final VectorSpecies<Long> LONGS = SPECIES.withLanes(long.class);
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));
    private static final int BLOCKS = LENGTH / 2;

    private VectorPhilox() {}

    /// [Philox#words].
    ///
    /// Every word travels in the upper half of a lane of 64 bits, where the high half of a product is already; what is
    /// below it means nothing. The shift that brings a word down, and a mask on the multipliers that changes nothing,
    /// tell the compiler that one multiplication of 32 by 32 bits is enough.
    static void words(long key, long draw, int chunk, int chunks, int[] out) {
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
