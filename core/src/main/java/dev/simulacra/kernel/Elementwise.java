package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Loops that compute each element of a result from the elements at the same place.
///
/// The unary form `f(x, xi, out, oi, n)` is `out[oi + i] = f(x[xi + i])` for `0 ≤ i < n`; the binary and ternary forms
/// take two and three sources. A source may be the target at the same offset; ranges that overlap otherwise give
/// unspecified values. NaN in gives NaN out unless a method says otherwise. Accuracy is that of [Functions] and
/// [Trigonometric].
///
/// The vector bodies repeat the text of [Functions] instead of sharing it: a method from vector to vector that is hot
/// on its own is compiled on its own, is then too big to be inlined, and boxes its vectors. Measured: 20 times slower.
public final class Elementwise {
    private Elementwise() {}

    /// `out = value`.
    public static void fill(float value, float[] out, int oi, int n) {
        Arrays.fill(out, oi, oi + n, value);
    }

    /// `out = x`; the ranges may overlap in any way.
    public static void copy(float[] x, int xi, float[] out, int oi, int n) {
        System.arraycopy(x, xi, out, oi, n);
    }

    /// `abs(x)`.
    public static void abs(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.abs().intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Math.abs(v);
        }
    }

    /// `√x`, exactly rounded; NaN of negative numbers.
    public static void sqrt(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.sqrt().intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = (float) Math.sqrt(v);
        }
    }

    /// 1 where `x > 0`, −1 where `x < 0`, otherwise x itself: ±0 or NaN.
    public static void sign(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.blend(1f, v.compare(VectorOperators.GT, 0f))
                    .blend(-1f, v.compare(VectorOperators.LT, 0f))
                    .intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = v > 0 ? 1 : v < 0 ? -1 : v;
        }
    }

    /// 0 where `x < 0`, otherwise x itself.
    public static void relu(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.blend(0f, v.compare(VectorOperators.LT, 0f)).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = v < 0 ? 0 : v;
        }
    }

    /// `slope · x` where `x < 0`, otherwise x itself.
    public static void leakyRelu(float[] x, int xi, float slope, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.blend(v.mul(slope), v.compare(VectorOperators.LT, 0f)).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = v < 0 ? v * slope : v;
        }
    }

    /// `eˣ`, as [Functions#exp].
    public static void exp(float[] x, int xi, float[] out, int oi, int n) {
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
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.exp(v);
        }
    }

    /// The natural logarithm, as [Functions#log].
    public static void log(float[] x, int xi, float[] out, int oi, int n) {
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
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.log(v);
        }
    }

    /// The hyperbolic tangent, as [Functions#tanh].
    public static void tanh(float[] x, int xi, float[] out, int oi, int n) {
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
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.tanh(v);
        }
    }

    /// The logistic function, as [Functions#sigmoid].
    public static void sigmoid(float[] x, int xi, float[] out, int oi, int n) {
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
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.sigmoid(v);
        }
    }

    /// `ln(1 + eˣ)`, as [Functions#softplus].
    public static void softplus(float[] x, int xi, float[] out, int oi, int n) {
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
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.softplus(v);
        }
    }

    /// `sin x`, as [Trigonometric#sin].
    public static void sin(float[] x, int xi, float[] out, int oi, int n) {
        sine(x, xi, 0, out, oi, n);
    }

    /// `cos x`, as [Trigonometric#cos].
    public static void cos(float[] x, int xi, float[] out, int oi, int n) {
        sine(x, xi, 1, out, oi, n);
    }

    /// `sin(x + shift · π/2)`, as [Trigonometric#sine]; a vector with a large number in it goes one by one.
    private static void sine(float[] x, int xi, int shift, float[] out, int oi, int n) {
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
                sines(x, xi + i, shift, out, oi + i, LENGTH);
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
        sines(x, xi + i, shift, out, oi + i, n - i);
    }

    private static void sines(float[] x, int xi, int shift, float[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = Trigonometric.sine(x[xi + i], shift);
        }
    }

    /// `x · s + t`, each operation rounded; `x + t` for s = 1, and `x · s` for t = −0, which is the zero that adding
    /// leaves every number as it is.
    public static void affine(float[] x, int xi, float s, float t, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.mul(s).add(t).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = v * s + t;
        }
    }

    /// `a · s + b · t`, each operation rounded; the sum and the difference for factors ±1.
    public static void combine(
            float[] a, int ai, float s, float[] b, int bi, float t, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.mul(s).add(w.mul(t)).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v * s + w * t;
        }
    }

    /// `(a · s) · b`, each operation rounded.
    public static void product(float[] a, int ai, float s, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.mul(s).mul(w).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v * s * w;
        }
    }

    /// `(a · s) / b`, each operation rounded.
    public static void quotient(float[] a, int ai, float s, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.mul(s).div(w).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v * s / w;
        }
    }

    /// g where `c > 0`, otherwise `g · s`: what passes a leaky relu of c backwards.
    public static void gate(float[] c, int ci, float[] g, int gi, float s, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, c, ci + i);
            FloatVector w = FloatVector.fromArray(SPECIES, g, gi + i);
            w.mul(s).blend(w, v.compare(VectorOperators.GT, 0f)).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float w = g[gi + i];
            out[oi + i] = c[ci + i] > 0 ? w : w * s;
        }
    }

    /// `a + b`.
    public static void add(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.add(w).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v + w;
        }
    }

    /// `a · b`.
    public static void multiply(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.mul(w).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v * w;
        }
    }

    /// The greater of a and b, as `Math.max`: NaN where either is, and −0 counts as less than +0.
    public static void maximum(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.max(w).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = Math.max(v, w);
        }
    }

    /// 1 where `a > b`, otherwise 0, also where either is NaN.
    public static void greater(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            FloatVector.zero(SPECIES).blend(1f, v.compare(VectorOperators.GT, w)).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v > w ? 1 : 0;
        }
    }

    /// 1 where `a = b` (−0 equals +0), otherwise 0, also where either is NaN.
    public static void equal(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            FloatVector.zero(SPECIES).blend(1f, v.compare(VectorOperators.EQ, w)).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v == w ? 1 : 0;
        }
    }

    /// a where `c ≠ 0` (NaN counts as that), otherwise b.
    public static void select(
            float[] c, int ci, float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            VectorMask<Float> zero = FloatVector.fromArray(SPECIES, c, ci + i).compare(VectorOperators.EQ, 0f);
            v.blend(w, zero).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            out[oi + i] = c[ci + i] != 0 ? a[ai + i] : b[bi + i];
        }
    }
}
