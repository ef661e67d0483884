package dev.simulacra.program;

import dev.simulacra.kernel.Elementwise;
import dev.simulacra.tensor.Op.*;

/// The kernels that an elementwise loop strings together.
enum Code {
    COPY, NEGATE, EXP, LOG, SQRT, TANH, SIGMOID, SOFTPLUS, RELU, LEAKY_RELU, ABS, SIGN,
    ADD, SUBTRACT, MULTIPLY, DIVIDE, MAXIMUM, GREATER, EQUAL, SELECT;

    static Code of(Unary op) {
        return switch (op) {
            case Negate _ -> NEGATE;
            case Exp _ -> EXP;
            case Log _ -> LOG;
            case Sqrt _ -> SQRT;
            case Tanh _ -> TANH;
            case Sigmoid _ -> SIGMOID;
            case Softplus _ -> SOFTPLUS;
            case Relu _ -> RELU;
            case LeakyRelu _ -> LEAKY_RELU;
            case Abs _ -> ABS;
            case Sign _ -> SIGN;
        };
    }

    static Code of(Binary op) {
        return switch (op) {
            case Add _ -> ADD;
            case Subtract _ -> SUBTRACT;
            case Multiply _ -> MULTIPLY;
            case Divide _ -> DIVIDE;
            case Maximum _ -> MAXIMUM;
            case Greater _ -> GREATER;
            case Equal _ -> EQUAL;
        };
    }

    /// `out[o, o + n) ← code(a[i, i + n), …)`; operands that the kernel does not have are ignored.
    void run(float slope, float[] a, int ai, float[] b, int bi, float[] c, int ci, float[] out, int o, int n) {
        switch (this) {
            case COPY -> Elementwise.copy(a, ai, out, o, n);
            case NEGATE -> Elementwise.negate(a, ai, out, o, n);
            case EXP -> Elementwise.exp(a, ai, out, o, n);
            case LOG -> Elementwise.log(a, ai, out, o, n);
            case SQRT -> Elementwise.sqrt(a, ai, out, o, n);
            case TANH -> Elementwise.tanh(a, ai, out, o, n);
            case SIGMOID -> Elementwise.sigmoid(a, ai, out, o, n);
            case SOFTPLUS -> Elementwise.softplus(a, ai, out, o, n);
            case RELU -> Elementwise.relu(a, ai, out, o, n);
            case LEAKY_RELU -> Elementwise.leakyRelu(a, ai, slope, out, o, n);
            case ABS -> Elementwise.abs(a, ai, out, o, n);
            case SIGN -> Elementwise.sign(a, ai, out, o, n);
            case ADD -> Elementwise.add(a, ai, b, bi, out, o, n);
            case SUBTRACT -> Elementwise.subtract(a, ai, b, bi, out, o, n);
            case MULTIPLY -> Elementwise.multiply(a, ai, b, bi, out, o, n);
            case DIVIDE -> Elementwise.divide(a, ai, b, bi, out, o, n);
            case MAXIMUM -> Elementwise.maximum(a, ai, b, bi, out, o, n);
            case GREATER -> Elementwise.greater(a, ai, b, bi, out, o, n);
            case EQUAL -> Elementwise.equal(a, ai, b, bi, out, o, n);
            case SELECT -> Elementwise.select(a, ai, b, bi, c, ci, out, o, n);
        }
    }
}
