package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorModule.PRESENT;

import java.util.Arrays;

/// Loops that compute each element of a result from the elements at the same place.
///
/// The unary form `f(x, xi, out, oi, n)` is `out[oi + i] = f(x[xi + i])` for `0 ≤ i < n`; the binary and ternary forms
/// take two and three sources. A source may be the target at the same offset; ranges that overlap otherwise give
/// unspecified values. NaN in gives NaN out unless a method says otherwise. Accuracy is that of [Functions] and
/// [Trigonometric].
///
/// Where vectors are present, [VectorElementwise] computes the whole vectors of a loop first, and the loop here the
/// elements that are left; otherwise it computes all of them. The bits are the same.
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
        for (int i = PRESENT ? VectorElementwise.abs(x, xi, out, oi, n) : 0; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Math.abs(v);
        }
    }

    /// `√x`, exactly rounded; NaN of negative numbers.
    public static void sqrt(float[] x, int xi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.sqrt(x, xi, out, oi, n) : 0; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = (float) Math.sqrt(v);
        }
    }

    /// 1 where `x > 0`, −1 where `x < 0`, otherwise x itself: ±0 or NaN.
    public static void sign(float[] x, int xi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.sign(x, xi, out, oi, n) : 0; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = v > 0 ? 1 : v < 0 ? -1 : v;
        }
    }

    /// 0 where `x < 0`, otherwise x itself.
    public static void relu(float[] x, int xi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.relu(x, xi, out, oi, n) : 0; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = v < 0 ? 0 : v;
        }
    }

    /// `slope · x` where `x < 0`, otherwise x itself.
    public static void leakyRelu(float[] x, int xi, float slope, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.leakyRelu(x, xi, slope, out, oi, n) : 0; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = v < 0 ? v * slope : v;
        }
    }

    /// `eˣ`, as [Functions#exp].
    public static void exp(float[] x, int xi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.exp(x, xi, out, oi, n) : 0; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.exp(v);
        }
    }

    /// The natural logarithm, as [Functions#log].
    public static void log(float[] x, int xi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.log(x, xi, out, oi, n) : 0; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.log(v);
        }
    }

    /// The hyperbolic tangent, as [Functions#tanh].
    public static void tanh(float[] x, int xi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.tanh(x, xi, out, oi, n) : 0; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.tanh(v);
        }
    }

    /// The logistic function, as [Functions#sigmoid].
    public static void sigmoid(float[] x, int xi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.sigmoid(x, xi, out, oi, n) : 0; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.sigmoid(v);
        }
    }

    /// `ln(1 + eˣ)`, as [Functions#softplus].
    public static void softplus(float[] x, int xi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.softplus(x, xi, out, oi, n) : 0; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = Functions.softplus(v);
        }
    }

    /// `sin x`, as [Trigonometric#sin].
    public static void sin(float[] x, int xi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.sin(x, xi, out, oi, n) : 0; i < n; i++) {
            out[oi + i] = Trigonometric.sine(x[xi + i], 0);
        }
    }

    /// `cos x`, as [Trigonometric#cos].
    public static void cos(float[] x, int xi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.cos(x, xi, out, oi, n) : 0; i < n; i++) {
            out[oi + i] = Trigonometric.sine(x[xi + i], 1);
        }
    }

    /// `x · s + t`, each operation rounded; `x + t` for s = 1, and `x · s` for t = −0, which is the zero that adding
    /// leaves every number as it is.
    public static void affine(float[] x, int xi, float s, float t, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.affine(x, xi, s, t, out, oi, n) : 0; i < n; i++) {
            float v = x[xi + i];
            out[oi + i] = v * s + t;
        }
    }

    /// `a · s + b · t`, each operation rounded; the sum and the difference for factors ±1.
    public static void combine(
            float[] a, int ai, float s, float[] b, int bi, float t, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.combine(a, ai, s, b, bi, t, out, oi, n) : 0; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v * s + w * t;
        }
    }

    /// `(a · s) · b`, each operation rounded.
    public static void product(float[] a, int ai, float s, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.product(a, ai, s, b, bi, out, oi, n) : 0; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v * s * w;
        }
    }

    /// `(a · s) / b`, each operation rounded.
    public static void quotient(float[] a, int ai, float s, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.quotient(a, ai, s, b, bi, out, oi, n) : 0; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v * s / w;
        }
    }

    /// g where `c > 0`, otherwise `g · s`: what passes a leaky relu of c backwards.
    public static void gate(float[] c, int ci, float[] g, int gi, float s, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.gate(c, ci, g, gi, s, out, oi, n) : 0; i < n; i++) {
            float w = g[gi + i];
            out[oi + i] = c[ci + i] > 0 ? w : w * s;
        }
    }

    /// `a + b`.
    public static void add(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.add(a, ai, b, bi, out, oi, n) : 0; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v + w;
        }
    }

    /// `a · b`.
    public static void multiply(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.multiply(a, ai, b, bi, out, oi, n) : 0; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v * w;
        }
    }

    /// The greater of a and b, as `Math.max`: NaN where either is, and −0 counts as less than +0.
    public static void maximum(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.maximum(a, ai, b, bi, out, oi, n) : 0; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = Math.max(v, w);
        }
    }

    /// 1 where `a > b`, otherwise 0, also where either is NaN.
    public static void greater(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.greater(a, ai, b, bi, out, oi, n) : 0; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v > w ? 1 : 0;
        }
    }

    /// 1 where `a = b` (−0 equals +0), otherwise 0, also where either is NaN.
    public static void equal(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.equal(a, ai, b, bi, out, oi, n) : 0; i < n; i++) {
            float v = a[ai + i];
            float w = b[bi + i];
            out[oi + i] = v == w ? 1 : 0;
        }
    }

    /// a where `c ≠ 0` (NaN counts as that), otherwise b.
    public static void select(
            float[] c, int ci, float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = PRESENT ? VectorElementwise.select(c, ci, a, ai, b, bi, out, oi, n) : 0; i < n; i++) {
            out[oi + i] = c[ci + i] != 0 ? a[ai + i] : b[bi + i];
        }
    }
}
