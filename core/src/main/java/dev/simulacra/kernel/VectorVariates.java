package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The vector form of [Variates], of whole chunks.
final class VectorVariates {
    private static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);

    private VectorVariates() {}

    static void uniform(int[] words, float low, float width, float most, float[] out, int oi, int n) {
        FloatVector l = FloatVector.broadcast(SPECIES, low);
        FloatVector w = FloatVector.broadcast(SPECIES, width);
        for (int i = 0; i < n; i += LENGTH) {
            IntVector word = IntVector.fromArray(INTS, words, i);
            FloatVector u = ((FloatVector) word.lanewise(LSHR, 8).convert(I2F, 0)).mul(0x1p-24f);
            FloatVector x = u.fma(w, l);
            x.blend(most, x.compare(GT, most)).intoArray(out, oi + i);
        }
    }

    static void bernoulli(int[] words, long threshold, float[] out, int oi, int n) {
        float hit = threshold == 0 ? 0 : 1;
        int last = (int) (threshold - 1) ^ Integer.MIN_VALUE;
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0; i < n; i += LENGTH) {
            IntVector word = IntVector.fromArray(INTS, words, i).lanewise(XOR, Integer.MIN_VALUE);
            zero.blend(hit, word.compare(LE, last).cast(SPECIES)).intoArray(out, oi + i);
        }
    }

    /// u is neither zero nor subnormal nor above 1, so the logarithm has no special cases; sine and cosine share
    /// polynomials.
    static void normal(int[] words, float[] out, int oi, int n) {
        FloatVector step = FloatVector.broadcast(SPECIES, 0x1p-31f);
        FloatVector halfStep = FloatVector.broadcast(SPECIES, 0x1p-32f);
        FloatVector l0 = FloatVector.broadcast(SPECIES, Functions.L0);
        FloatVector l1 = FloatVector.broadcast(SPECIES, Functions.L1);
        FloatVector l2 = FloatVector.broadcast(SPECIES, Functions.L2);
        FloatVector l3 = FloatVector.broadcast(SPECIES, Functions.L3);
        FloatVector l4 = FloatVector.broadcast(SPECIES, Functions.L4);
        FloatVector l5 = FloatVector.broadcast(SPECIES, Functions.L5);
        FloatVector l6 = FloatVector.broadcast(SPECIES, Functions.L6);
        FloatVector l7 = FloatVector.broadcast(SPECIES, Functions.L7);
        FloatVector ln2High = FloatVector.broadcast(SPECIES, Functions.LN2_HIGH);
        FloatVector ln2Low = FloatVector.broadcast(SPECIES, Functions.LN2_LOW);
        FloatVector minusHalf = FloatVector.broadcast(SPECIES, -0.5f);
        FloatVector round = FloatVector.broadcast(SPECIES, Functions.ROUND);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector s = FloatVector.broadcast(SPECIES, Functions.S);
        FloatVector s0 = FloatVector.broadcast(SPECIES, Functions.S0);
        FloatVector s1 = FloatVector.broadcast(SPECIES, Functions.S1);
        FloatVector s2 = FloatVector.broadcast(SPECIES, Functions.S2);
        FloatVector s3 = FloatVector.broadcast(SPECIES, Functions.S3);
        FloatVector c0 = FloatVector.broadcast(SPECIES, Functions.C0);
        FloatVector c1 = FloatVector.broadcast(SPECIES, Functions.C1);
        FloatVector c2 = FloatVector.broadcast(SPECIES, Functions.C2);
        FloatVector c3 = FloatVector.broadcast(SPECIES, Functions.C3);
        for (int pair = 0; pair < n; pair += 2 * Philox.LANES) {
            for (int i = pair; i < pair + Philox.LANES; i += LENGTH) {
                IntVector word = IntVector.fromArray(INTS, words, i);
                FloatVector u = ((FloatVector) word.lanewise(LSHR, 1).convert(I2F, 0)).fma(step, halfStep);
                IntVector b = u.reinterpretAsInts().sub(Functions.SQRT_HALF_BITS);
                FloatVector shift = (FloatVector) b.lanewise(ASHR, 23).convert(I2F, 0);
                IntVector fraction = b.and(Functions.FRACTION_BITS).add(Functions.SQRT_HALF_BITS);
                FloatVector f = fraction.reinterpretAsFloats().sub(1);
                FloatVector p = f.fma(l7, l6).fma(f, l5).fma(f, l4).fma(f, l3).fma(f, l2).fma(f, l1).fma(f, l0);
                FloatVector square = f.mul(f);
                FloatVector log = shift.fma(ln2Low, f.mul(square).mul(p));
                log = shift.fma(ln2High, f.add(square.fma(minusHalf, log)));
                FloatVector radius = log.mul(-2).sqrt();

                IntVector angle = IntVector.fromArray(INTS, words, i + Philox.LANES);
                FloatVector y = ((FloatVector) angle.lanewise(LSHR, 8).convert(I2F, 0)).mul(0x1p-22f);
                FloatVector t = y.add(round);
                FloatVector r = y.sub(t.sub(round));
                IntVector quarters = t.reinterpretAsInts();
                FloatVector q = r.mul(r);
                FloatVector sine = r.fma(s, r.mul(s3.fma(q, s2).fma(q, s1).fma(q, s0)));
                FloatVector cosine = c3.fma(q, c2).fma(q, c1).fma(q, c0).fma(q, one);
                VectorMask<Float> odd = quarters.and(1).compare(NE, 0).cast(SPECIES);
                IntVector sineSign = quarters.and(2).lanewise(LSHL, 30);
                IntVector cosineSign = quarters.add(1).and(2).lanewise(LSHL, 30);
                radius.mul(cosine.blend(sine, odd).reinterpretAsInts().lanewise(XOR, cosineSign).reinterpretAsFloats())
                        .intoArray(out, oi + i);
                radius.mul(sine.blend(cosine, odd).reinterpretAsInts().lanewise(XOR, sineSign).reinterpretAsFloats())
                        .intoArray(out, oi + i + Philox.LANES);
            }
        }
    }
}
