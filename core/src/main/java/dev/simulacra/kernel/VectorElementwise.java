package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The whole vectors of the loops of [Elementwise]: each method computes as many elements as fill vectors, beginning
/// with the first, and returns their number.
///
/// The bodies repeat the text of [Functions] instead of sharing it: a method from vector to vector that is hot on its
/// own is compiled on its own, is then too big to be inlined, and boxes its vectors. Measured: 20 times slower.
final class VectorElementwise {
    private VectorElementwise() {}

    static int abs(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.abs().intoArray(out, oi + i);
        }
        return i;
    }

    static int sqrt(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.sqrt().intoArray(out, oi + i);
        }
        return i;
    }

    static int sign(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.blend(1f, v.compare(VectorOperators.GT, 0f))
                    .blend(-1f, v.compare(VectorOperators.LT, 0f))
                    .intoArray(out, oi + i);
        }
        return i;
    }

    static int relu(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.blend(0f, v.compare(VectorOperators.LT, 0f)).intoArray(out, oi + i);
        }
        return i;
    }

    static int leakyRelu(float[] x, int xi, float slope, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.blend(v.mul(slope), v.compare(VectorOperators.LT, 0f)).intoArray(out, oi + i);
        }
        return i;
    }

    static int exp(float[] x, int xi, float[] out, int oi, int n) {
        FloatVector log2e = FloatVector.broadcast(SPECIES, Functions.LOG2_E);
        FloatVector round = FloatVector.broadcast(SPECIES, Functions.ROUND);
        FloatVector high = FloatVector.broadcast(SPECIES, -Functions.LN2_HIGH);
        FloatVector low = FloatVector.broadcast(SPECIES, -Functions.LN2_LOW);
        FloatVector e0 = FloatVector.broadcast(SPECIES, Functions.E0);
        FloatVector e1 = FloatVector.broadcast(SPECIES, Functions.E1);
        FloatVector e2 = FloatVector.broadcast(SPECIES, Functions.E2);
        FloatVector e3 = FloatVector.broadcast(SPECIES, Functions.E3);
        FloatVector e4 = FloatVector.broadcast(SPECIES, Functions.E4);
        FloatVector e5 = FloatVector.broadcast(SPECIES, Functions.E5);
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            FloatVector y = v.blend(Functions.EXP_MOST, v.compare(VectorOperators.GT, Functions.EXP_MOST));
            y = y.blend(Functions.EXP_LEAST, y.compare(VectorOperators.LT, Functions.EXP_LEAST));
            FloatVector t = y.fma(log2e, round);
            FloatVector whole = t.sub(round);
            FloatVector r = whole.fma(low, whole.fma(high, y));
            FloatVector p = r.fma(e5, e4).fma(r, e3).fma(r, e2).fma(r, e1).fma(r, e0);
            p = r.mul(r).fma(p, r);
            IntVector k = t.reinterpretAsInts().sub(Functions.ROUND_BITS);
            IntVector half = k.lanewise(VectorOperators.ASHR, 1);
            FloatVector scale = half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            FloatVector rest = k.sub(half).add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            FloatVector e = p.add(1).mul(scale).mul(rest);
            e.intoArray(out, oi + i);
        }
        return i;
    }

    static int log(float[] x, int xi, float[] out, int oi, int n) {
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
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            VectorMask<Float> tiny = v.compare(VectorOperators.LT, Float.MIN_NORMAL);
            FloatVector normal = v.blend(v.mul(Functions.TINY_SCALE), tiny);
            IntVector b = normal.reinterpretAsInts().sub(Functions.SQRT_HALF_BITS);
            IntVector exponent = b.lanewise(VectorOperators.ASHR, 23);
            FloatVector shift = exponent.add(Functions.ROUND_BITS).reinterpretAsFloats().sub(Functions.ROUND);
            shift = shift.blend(shift.sub(Functions.TINY_EXPONENT), tiny);
            IntVector fraction = b.and(Functions.FRACTION_BITS).add(Functions.SQRT_HALF_BITS);
            FloatVector f = fraction.reinterpretAsFloats().sub(1);
            FloatVector q = f.fma(l7, l6).fma(f, l5).fma(f, l4).fma(f, l3).fma(f, l2).fma(f, l1).fma(f, l0);
            FloatVector square = f.mul(f);
            FloatVector z = shift.fma(ln2Low, f.mul(square).mul(q));
            z = shift.fma(ln2High, f.add(square.fma(minusHalf, z)));
            z = v.blend(z, v.compare(VectorOperators.LT, Float.POSITIVE_INFINITY));
            z = z.blend(Float.NEGATIVE_INFINITY, v.compare(VectorOperators.EQ, 0f));
            z.blend(Float.NaN, v.compare(VectorOperators.LT, 0f)).intoArray(out, oi + i);
        }
        return i;
    }

    static int tanh(float[] x, int xi, float[] out, int oi, int n) {
        FloatVector log2e = FloatVector.broadcast(SPECIES, Functions.LOG2_E);
        FloatVector round = FloatVector.broadcast(SPECIES, Functions.ROUND);
        FloatVector high = FloatVector.broadcast(SPECIES, -Functions.LN2_HIGH);
        FloatVector low = FloatVector.broadcast(SPECIES, -Functions.LN2_LOW);
        FloatVector e0 = FloatVector.broadcast(SPECIES, Functions.E0);
        FloatVector e1 = FloatVector.broadcast(SPECIES, Functions.E1);
        FloatVector e2 = FloatVector.broadcast(SPECIES, Functions.E2);
        FloatVector e3 = FloatVector.broadcast(SPECIES, Functions.E3);
        FloatVector e4 = FloatVector.broadcast(SPECIES, Functions.E4);
        FloatVector e5 = FloatVector.broadcast(SPECIES, Functions.E5);
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            FloatVector y = v.abs().mul(2);
            y = y.blend(Functions.TANH_MOST, y.compare(VectorOperators.GT, Functions.TANH_MOST));
            FloatVector t = y.fma(log2e, round);
            FloatVector whole = t.sub(round);
            FloatVector r = whole.fma(low, whole.fma(high, y));
            FloatVector p = r.fma(e5, e4).fma(r, e3).fma(r, e2).fma(r, e1).fma(r, e0);
            p = r.mul(r).fma(p, r);
            IntVector k = t.reinterpretAsInts().sub(Functions.ROUND_BITS);
            FloatVector scale = k.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            FloatVector expm1 = scale.fma(p, scale.sub(1));
            IntVector z = expm1.div(expm1.add(2)).reinterpretAsInts();
            IntVector sign = v.reinterpretAsInts().and(Integer.MIN_VALUE);
            z.or(sign).reinterpretAsFloats().intoArray(out, oi + i);
        }
        return i;
    }

    static int sigmoid(float[] x, int xi, float[] out, int oi, int n) {
        FloatVector log2e = FloatVector.broadcast(SPECIES, Functions.LOG2_E);
        FloatVector round = FloatVector.broadcast(SPECIES, Functions.ROUND);
        FloatVector high = FloatVector.broadcast(SPECIES, -Functions.LN2_HIGH);
        FloatVector low = FloatVector.broadcast(SPECIES, -Functions.LN2_LOW);
        FloatVector e0 = FloatVector.broadcast(SPECIES, Functions.E0);
        FloatVector e1 = FloatVector.broadcast(SPECIES, Functions.E1);
        FloatVector e2 = FloatVector.broadcast(SPECIES, Functions.E2);
        FloatVector e3 = FloatVector.broadcast(SPECIES, Functions.E3);
        FloatVector e4 = FloatVector.broadcast(SPECIES, Functions.E4);
        FloatVector e5 = FloatVector.broadcast(SPECIES, Functions.E5);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            FloatVector y = v.abs().neg();
            y = y.blend(Functions.EXP_LEAST, y.compare(VectorOperators.LT, Functions.EXP_LEAST));
            FloatVector t = y.fma(log2e, round);
            FloatVector whole = t.sub(round);
            FloatVector r = whole.fma(low, whole.fma(high, y));
            FloatVector p = r.fma(e5, e4).fma(r, e3).fma(r, e2).fma(r, e1).fma(r, e0);
            p = r.mul(r).fma(p, r);
            IntVector k = t.reinterpretAsInts().sub(Functions.ROUND_BITS);
            IntVector half = k.lanewise(VectorOperators.ASHR, 1);
            FloatVector scale = half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            FloatVector rest = k.sub(half).add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            FloatVector e = p.add(1).mul(scale).mul(rest);
            one.blend(e, v.compare(VectorOperators.LT, 0f)).div(e.add(one)).intoArray(out, oi + i);
        }
        return i;
    }

    static int softplus(float[] x, int xi, float[] out, int oi, int n) {
        FloatVector log2e = FloatVector.broadcast(SPECIES, Functions.LOG2_E);
        FloatVector round = FloatVector.broadcast(SPECIES, Functions.ROUND);
        FloatVector high = FloatVector.broadcast(SPECIES, -Functions.LN2_HIGH);
        FloatVector low = FloatVector.broadcast(SPECIES, -Functions.LN2_LOW);
        FloatVector e0 = FloatVector.broadcast(SPECIES, Functions.E0);
        FloatVector e1 = FloatVector.broadcast(SPECIES, Functions.E1);
        FloatVector e2 = FloatVector.broadcast(SPECIES, Functions.E2);
        FloatVector e3 = FloatVector.broadcast(SPECIES, Functions.E3);
        FloatVector e4 = FloatVector.broadcast(SPECIES, Functions.E4);
        FloatVector e5 = FloatVector.broadcast(SPECIES, Functions.E5);
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
        FloatVector zero = FloatVector.broadcast(SPECIES, 0);
        FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            FloatVector y = v.abs().neg();
            y = y.blend(Functions.EXP_LEAST, y.compare(VectorOperators.LT, Functions.EXP_LEAST));
            FloatVector t = y.fma(log2e, round);
            FloatVector whole = t.sub(round);
            FloatVector r = whole.fma(low, whole.fma(high, y));
            FloatVector p = r.fma(e5, e4).fma(r, e3).fma(r, e2).fma(r, e1).fma(r, e0);
            p = r.mul(r).fma(p, r);
            IntVector k = t.reinterpretAsInts().sub(Functions.ROUND_BITS);
            IntVector floor = k.lanewise(VectorOperators.ASHR, 1);
            FloatVector scale = floor.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            FloatVector rest = k.sub(floor).add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            FloatVector e = p.add(1).mul(scale).mul(rest);
            VectorMask<Float> halve = e.compare(VectorOperators.GT, Functions.SQRT_TWO_MINUS_ONE);
            FloatVector f = e.blend(e.fma(half, minusHalf), halve);
            FloatVector shift = zero.blend(1f, halve);
            FloatVector q = f.fma(l7, l6).fma(f, l5).fma(f, l4).fma(f, l3).fma(f, l2).fma(f, l1).fma(f, l0);
            FloatVector square = f.mul(f);
            FloatVector z = shift.fma(ln2Low, f.mul(square).mul(q));
            z = shift.fma(ln2High, f.add(square.fma(minusHalf, z)));
            zero.blend(v, v.compare(VectorOperators.GT, 0f)).add(z).intoArray(out, oi + i);
        }
        return i;
    }

    static int sin(float[] x, int xi, float[] out, int oi, int n) {
        return sine(x, xi, 0, out, oi, n);
    }

    static int cos(float[] x, int xi, float[] out, int oi, int n) {
        return sine(x, xi, 1, out, oi, n);
    }

    /// `sin(x + shift · π/2)`, as [Trigonometric#sine]; the elements of a vector with a large number in it go one by
    /// one.
    private static int sine(float[] x, int xi, int shift, float[] out, int oi, int n) {
        FloatVector twoOverPi = FloatVector.broadcast(SPECIES, Trigonometric.TWO_OVER_PI);
        FloatVector round = FloatVector.broadcast(SPECIES, Functions.ROUND);
        FloatVector high = FloatVector.broadcast(SPECIES, -Trigonometric.HALF_PI_HIGH);
        FloatVector middle = FloatVector.broadcast(SPECIES, -Trigonometric.HALF_PI_MIDDLE);
        FloatVector low = FloatVector.broadcast(SPECIES, -Trigonometric.HALF_PI_LOW);
        FloatVector s0 = FloatVector.broadcast(SPECIES, Trigonometric.S0);
        FloatVector s1 = FloatVector.broadcast(SPECIES, Trigonometric.S1);
        FloatVector s2 = FloatVector.broadcast(SPECIES, Trigonometric.S2);
        FloatVector c0 = FloatVector.broadcast(SPECIES, Trigonometric.C0);
        FloatVector c1 = FloatVector.broadcast(SPECIES, Trigonometric.C1);
        FloatVector c2 = FloatVector.broadcast(SPECIES, Trigonometric.C2);
        FloatVector minusHalf = FloatVector.broadcast(SPECIES, -0.5f);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            if (v.abs().compare(VectorOperators.GT, Trigonometric.NEAR).anyTrue()) {
                for (int j = i; j < i + LENGTH; j++) {
                    out[oi + j] = Trigonometric.sine(x[xi + j], shift);
                }
                continue;
            }
            FloatVector t = v.fma(twoOverPi, round);
            FloatVector whole = t.sub(round);
            FloatVector r = whole.fma(low, whole.fma(middle, whole.fma(high, v)));
            IntVector quarters = t.reinterpretAsInts().add(shift);
            FloatVector q = r.mul(r);
            FloatVector sine = r.mul(q).fma(s2.fma(q, s1).fma(q, s0), r);
            FloatVector cosine = c2.fma(q, c1).fma(q, c0).fma(q, minusHalf).fma(q, one);
            VectorMask<Float> odd = quarters.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
            IntVector sign = quarters.and(2).lanewise(VectorOperators.LSHL, 30);
            IntVector z = sine.blend(cosine, odd).reinterpretAsInts().lanewise(VectorOperators.XOR, sign);
            z.reinterpretAsFloats().intoArray(out, oi + i);
        }
        return i;
    }

    static int affine(float[] x, int xi, float s, float t, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.mul(s).add(t).intoArray(out, oi + i);
        }
        return i;
    }

    static int combine(
            float[] a, int ai, float s, float[] b, int bi, float t, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.mul(s).add(w.mul(t)).intoArray(out, oi + i);
        }
        return i;
    }

    static int product(float[] a, int ai, float s, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.mul(s).mul(w).intoArray(out, oi + i);
        }
        return i;
    }

    static int quotient(float[] a, int ai, float s, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.mul(s).div(w).intoArray(out, oi + i);
        }
        return i;
    }

    static int gate(float[] c, int ci, float[] g, int gi, float s, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, c, ci + i);
            FloatVector w = FloatVector.fromArray(SPECIES, g, gi + i);
            w.mul(s).blend(w, v.compare(VectorOperators.GT, 0f)).intoArray(out, oi + i);
        }
        return i;
    }

    static int add(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.add(w).intoArray(out, oi + i);
        }
        return i;
    }

    static int multiply(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.mul(w).intoArray(out, oi + i);
        }
        return i;
    }

    static int maximum(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.max(w).intoArray(out, oi + i);
        }
        return i;
    }

    static int greater(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            FloatVector.zero(SPECIES).blend(1f, v.compare(VectorOperators.GT, w)).intoArray(out, oi + i);
        }
        return i;
    }

    static int equal(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            FloatVector.zero(SPECIES).blend(1f, v.compare(VectorOperators.EQ, w)).intoArray(out, oi + i);
        }
        return i;
    }

    static int select(
            float[] c, int ci, float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            VectorMask<Float> zero = FloatVector.fromArray(SPECIES, c, ci + i).compare(VectorOperators.EQ, 0f);
            v.blend(w, zero).intoArray(out, oi + i);
        }
        return i;
    }
}
