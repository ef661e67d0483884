package dev.simulacra.kernel;

import static dev.simulacra.kernel.Lanes.LENGTH;
import static dev.simulacra.kernel.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Loops that compute each element of a result from the elements at the same place.
///
/// The unary form `f(x, xi, out, oi, n)` is `out[oi + i] = f(x[xi + i])` for `0 ≤ i < n`; the binary and ternary forms
/// take two and three sources. A source may be the target at the same offset; ranges that overlap otherwise give
/// unspecified values. NaN in gives NaN out unless a method says otherwise. Accuracy is that of [Functions].
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

    /// `−x`.
    public static void negate(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            v.neg().intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = -v;
        }
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
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            exp(v).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.exp(v);
        }
    }

    /// The natural logarithm, as [Functions#log].
    public static void log(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            log(v).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.log(v);
        }
    }

    /// The hyperbolic tangent, as [Functions#tanh].
    public static void tanh(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            tanh(v).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.tanh(v);
        }
    }

    /// The logistic function, as [Functions#sigmoid].
    public static void sigmoid(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            sigmoid(v).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.sigmoid(v);
        }
    }

    /// `ln(1 + eˣ)`, as [Functions#softplus].
    public static void softplus(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            softplus(v).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.softplus(v);
        }
    }

    /// The sine of an argument in turns, as [Functions#sin2pi].
    public static void sin2pi(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            sin2pi(v).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.sin2pi(v);
        }
    }

    /// The cosine of an argument in turns, as [Functions#cos2pi].
    public static void cos2pi(float[] x, int xi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, xi + i);
            cos2pi(v).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.cos2pi(v);
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

    /// `a − b`.
    public static void subtract(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.sub(w).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v - w;
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

    /// `a / b`.
    public static void divide(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        int i = 0;
        for (; i <= n - LENGTH; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, ai + i);
            FloatVector w = FloatVector.fromArray(SPECIES, b, bi + i);
            v.div(w).intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v / w;
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
            v.blend(w, FloatVector.fromArray(SPECIES, c, ci + i).compare(VectorOperators.EQ, 0f))
                    .intoArray(out, oi + i);
        }
        for (; i < n; i++) {
            out[oi + i] = c[ci + i] != 0 ? a[ai + i] : b[bi + i];
        }
    }

    // The vector forms of Functions, line by line. C2 inlines them into the one-operation loops above (measured: a form
    // that is not inlined costs twenty times as much), so keep each well under 325 bytes of code.

    private static FloatVector exp(FloatVector x) {
        FloatVector y = x.blend(Functions.EXP_MOST, x.compare(VectorOperators.GT, Functions.EXP_MOST));
        y = y.blend(Functions.EXP_LEAST, y.compare(VectorOperators.LT, Functions.EXP_LEAST));
        FloatVector t = y.fma(broadcast(Functions.LOG2_E), broadcast(Functions.ROUND));
        FloatVector n = t.sub(Functions.ROUND);
        FloatVector r = n.fma(broadcast(-Functions.LN2_HIGH), y);
        r = n.fma(broadcast(-Functions.LN2_LOW), r);
        IntVector k = t.reinterpretAsInts().sub(Functions.ROUND_BITS);
        IntVector half = k.lanewise(VectorOperators.ASHR, 1);
        return expm1Reduced(r).add(1).mul(powerOfTwo(half)).mul(powerOfTwo(k.sub(half)));
    }

    private static FloatVector log(FloatVector x) {
        VectorMask<Float> tiny = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
        IntVector b = x.blend(x.mul(Functions.TINY_SCALE), tiny).reinterpretAsInts().sub(Functions.SQRT_HALF_BITS);
        FloatVector k = b.lanewise(VectorOperators.ASHR, 23).add(Functions.ROUND_BITS).reinterpretAsFloats();
        k = k.sub(Functions.ROUND);
        k = k.blend(k.sub(Functions.TINY_EXPONENT), tiny);
        IntVector m = b.and(Functions.FRACTION_BITS).add(Functions.SQRT_HALF_BITS);
        FloatVector y = logReduced(m.reinterpretAsFloats().sub(1), k);
        y = x.blend(y, x.compare(VectorOperators.LT, Float.POSITIVE_INFINITY));
        y = y.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f));
        return y.blend(Float.NaN, x.compare(VectorOperators.LT, 0f));
    }

    private static FloatVector tanh(FloatVector x) {
        FloatVector y = x.abs().mul(2);
        y = y.blend(Functions.TANH_MOST, y.compare(VectorOperators.GT, Functions.TANH_MOST));
        FloatVector t = y.fma(broadcast(Functions.LOG2_E), broadcast(Functions.ROUND));
        FloatVector n = t.sub(Functions.ROUND);
        FloatVector r = n.fma(broadcast(-Functions.LN2_HIGH), y);
        r = n.fma(broadcast(-Functions.LN2_LOW), r);
        FloatVector scale = powerOfTwo(t.reinterpretAsInts().sub(Functions.ROUND_BITS));
        FloatVector expm1 = scale.fma(expm1Reduced(r), scale.sub(1));
        IntVector z = expm1.div(expm1.add(2)).reinterpretAsInts();
        return z.or(x.reinterpretAsInts().and(Integer.MIN_VALUE)).reinterpretAsFloats();
    }

    private static FloatVector sigmoid(FloatVector x) {
        FloatVector e = exp(x.abs().neg());
        return broadcast(1).blend(e, x.compare(VectorOperators.LT, 0f)).div(e.add(1));
    }

    private static FloatVector softplus(FloatVector x) {
        FloatVector e = exp(x.abs().neg());
        VectorMask<Float> halve = e.compare(VectorOperators.GT, Functions.SQRT_TWO_MINUS_ONE);
        FloatVector f = e.blend(e.fma(broadcast(0.5f), broadcast(-0.5f)), halve);
        FloatVector y = logReduced(f, FloatVector.zero(SPECIES).blend(1f, halve));
        return FloatVector.zero(SPECIES).blend(x, x.compare(VectorOperators.GT, 0f)).add(y);
    }

    private static FloatVector sin2pi(FloatVector u) {
        FloatVector v = u.mul(4);
        FloatVector t = v.add(Functions.ROUND);
        return quarterWave(v.sub(t.sub(Functions.ROUND)), t.reinterpretAsInts());
    }

    private static FloatVector cos2pi(FloatVector u) {
        FloatVector v = u.mul(4);
        FloatVector t = v.add(Functions.ROUND);
        return quarterWave(v.sub(t.sub(Functions.ROUND)), t.reinterpretAsInts().add(1));
    }

    private static FloatVector quarterWave(FloatVector r, IntVector quarters) {
        FloatVector q = r.mul(r);
        FloatVector s = broadcast(Functions.S3).fma(q, broadcast(Functions.S2));
        s = s.fma(q, broadcast(Functions.S1)).fma(q, broadcast(Functions.S0));
        FloatVector sine = r.fma(broadcast(Functions.S), r.mul(s));
        FloatVector c = broadcast(Functions.C3).fma(q, broadcast(Functions.C2));
        FloatVector cosine = c.fma(q, broadcast(Functions.C1)).fma(q, broadcast(Functions.C0)).fma(q, broadcast(1));
        VectorMask<Float> odd = quarters.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
        IntVector sign = quarters.and(2).lanewise(VectorOperators.LSHL, 30);
        return sine.blend(cosine, odd).reinterpretAsInts().lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
    }

    private static FloatVector expm1Reduced(FloatVector r) {
        FloatVector p = r.fma(broadcast(Functions.E5), broadcast(Functions.E4));
        p = p.fma(r, broadcast(Functions.E3)).fma(r, broadcast(Functions.E2));
        p = p.fma(r, broadcast(Functions.E1)).fma(r, broadcast(Functions.E0));
        return r.mul(r).fma(p, r);
    }

    private static FloatVector logReduced(FloatVector f, FloatVector k) {
        FloatVector p = f.fma(broadcast(Functions.L7), broadcast(Functions.L6));
        p = p.fma(f, broadcast(Functions.L5)).fma(f, broadcast(Functions.L4)).fma(f, broadcast(Functions.L3));
        p = p.fma(f, broadcast(Functions.L2)).fma(f, broadcast(Functions.L1)).fma(f, broadcast(Functions.L0));
        FloatVector square = f.mul(f);
        FloatVector y = k.fma(broadcast(Functions.LN2_LOW), f.mul(square).mul(p));
        y = f.add(square.fma(broadcast(-0.5f), y));
        return k.fma(broadcast(Functions.LN2_HIGH), y);
    }

    private static FloatVector powerOfTwo(IntVector k) {
        return k.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }

    private static FloatVector broadcast(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
