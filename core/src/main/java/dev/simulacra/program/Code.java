package dev.simulacra.program;

import dev.simulacra.kernel.Elementwise;
import dev.simulacra.tensor.Op.*;

/// The kernels that an elementwise loop strings together. They read up to three blocks `a b c` and up to two numbers
/// `s t` that are the same for all elements.
enum Code {
    COPY(1), EXP(5), LOG(5), SQRT(2), TANH(5), SIGMOID(6), SOFTPLUS(12), SIN(5), COS(5),
    RELU(1), LEAKY_RELU(1), ABS(1), SIGN(1),
    /// `a · s + t`.
    AFFINE(1),
    /// `a · s + b · t`.
    COMBINE(1),
    /// `(a · s) · b`.
    PRODUCT(1),
    /// `(a · s) / b`.
    QUOTIENT(1),
    /// `b` where `a > 0`, else `b · s`.
    GATE(1),
    MAXIMUM(1), GREATER(1), EQUAL(1), SELECT(1);

    /// The time that one element takes, in units of that of a sum.
    final int cost;

    Code(int cost) {
        this.cost = cost;
    }

    /// The kernel of an operation on one block, where it has one of its own.
    static Code of(Unary op) {
        return switch (op) {
            case Negate _ -> AFFINE;
            case Exp _ -> EXP;
            case Log _ -> LOG;
            case Sqrt _ -> SQRT;
            case Tanh _ -> TANH;
            case Sigmoid _ -> SIGMOID;
            case Softplus _ -> SOFTPLUS;
            case Sin _ -> SIN;
            case Cos _ -> COS;
            case Relu _ -> RELU;
            case LeakyRelu _ -> LEAKY_RELU;
            case Abs _ -> ABS;
            case Sign _ -> SIGN;
        };
    }

    /// `out[o, o + n) ← code(a[i, i + n), …)`; operands that the kernel does not have are ignored.
    void run(
            float s, float t,
            float[] a, int ai, float[] b, int bi, float[] c, int ci, float[] out, int o, int n) {
        switch (this) {
            case COPY -> Elementwise.copy(a, ai, out, o, n);
            case EXP -> Elementwise.exp(a, ai, out, o, n);
            case LOG -> Elementwise.log(a, ai, out, o, n);
            case SQRT -> Elementwise.sqrt(a, ai, out, o, n);
            case TANH -> Elementwise.tanh(a, ai, out, o, n);
            case SIGMOID -> Elementwise.sigmoid(a, ai, out, o, n);
            case SOFTPLUS -> Elementwise.softplus(a, ai, out, o, n);
            case SIN -> Elementwise.sin(a, ai, out, o, n);
            case COS -> Elementwise.cos(a, ai, out, o, n);
            case RELU -> Elementwise.relu(a, ai, out, o, n);
            case LEAKY_RELU -> Elementwise.leakyRelu(a, ai, s, out, o, n);
            case ABS -> Elementwise.abs(a, ai, out, o, n);
            case SIGN -> Elementwise.sign(a, ai, out, o, n);
            case AFFINE -> Elementwise.affine(a, ai, s, t, out, o, n);
            case COMBINE -> Elementwise.combine(a, ai, s, b, bi, t, out, o, n);
            case PRODUCT -> Elementwise.product(a, ai, s, b, bi, out, o, n);
            case QUOTIENT -> Elementwise.quotient(a, ai, s, b, bi, out, o, n);
            case GATE -> Elementwise.gate(a, ai, b, bi, s, out, o, n);
            case MAXIMUM -> Elementwise.maximum(a, ai, b, bi, out, o, n);
            case GREATER -> Elementwise.greater(a, ai, b, bi, out, o, n);
            case EQUAL -> Elementwise.equal(a, ai, b, bi, out, o, n);
            case SELECT -> Elementwise.select(a, ai, b, bi, c, ci, out, o, n);
        }
    }
}
