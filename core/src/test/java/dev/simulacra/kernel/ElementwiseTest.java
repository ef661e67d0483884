package dev.simulacra.kernel;

import static dev.simulacra.kernel.Numbers.assertSameBits;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ElementwiseTest {
    private static final int MOST = 70;
    private static final float GUARD = 77;

    @FunctionalInterface
    interface UnaryLoop {
        void run(float[] x, int xi, float[] out, int oi, int n);
    }

    @FunctionalInterface
    interface BinaryLoop {
        void run(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n);
    }

    @FunctionalInterface
    interface Unary {
        float of(float x);
    }

    @FunctionalInterface
    interface Binary {
        float of(float a, float b);
    }

    static Stream<Arguments> unaryLoops() {
        return Stream.of(
                affine("negate", -1, -0f, x -> -x),
                affine("affine of nothing", 1, -0f, x -> x),
                affine("multiple", 1.7f, -0f, x -> x * 1.7f),
                affine("difference from", -1, 3, x -> 3 - x),
                affine("affine", 0.3f, 1.1f, x -> x * 0.3f + 1.1f),
                unary("abs", Elementwise::abs, Math::abs),
                unary("sqrt", Elementwise::sqrt, x -> (float) Math.sqrt(x)),
                unary("sign", Elementwise::sign, x -> Float.isNaN(x) || x == 0 ? x : Math.signum(x)),
                unary("relu", Elementwise::relu, x -> x < 0 ? 0 : x),
                unary("leakyRelu", (x, xi, out, oi, n) -> Elementwise.leakyRelu(x, xi, 0.2f, out, oi, n),
                        x -> x < 0 ? 0.2f * x : x),
                unary("exp", Elementwise::exp, Functions::exp),
                unary("log", Elementwise::log, Functions::log),
                unary("tanh", Elementwise::tanh, Functions::tanh),
                unary("sigmoid", Elementwise::sigmoid, Functions::sigmoid),
                unary("softplus", Elementwise::softplus, Functions::softplus),
                unary("sin", Elementwise::sin, Trigonometric::sin),
                unary("cos", Elementwise::cos, Trigonometric::cos),
                unary("copy", Elementwise::copy, x -> x),
                unary("fill", (_, _, out, oi, n) -> Elementwise.fill(3, out, oi, n), _ -> 3));
    }

    static Stream<Arguments> binaryLoops() {
        return Stream.of(
                binary("add", Elementwise::add, (a, b) -> a + b),
                combination("sum", 1, 1, (a, b) -> a + b),
                combination("difference", 1, -1, (a, b) -> a - b),
                combination("combine", 0.9f, -0.1f, (a, b) -> a * 0.9f + b * -0.1f),
                binary("multiply", Elementwise::multiply, (a, b) -> a * b),
                binary("product", (a, ai, b, bi, out, oi, n) -> Elementwise.product(a, ai, 0.3f, b, bi, out, oi, n),
                        (a, b) -> a * 0.3f * b),
                binary("product alone", (a, ai, b, bi, out, oi, n) -> Elementwise.product(a, ai, 1, b, bi, out, oi, n),
                        (a, b) -> a * b),
                binary("quotient", (a, ai, b, bi, out, oi, n) -> Elementwise.quotient(a, ai, 0.3f, b, bi, out, oi, n),
                        (a, b) -> a * 0.3f / b),
                binary("quotient alone",
                        (a, ai, b, bi, out, oi, n) -> Elementwise.quotient(a, ai, 1, b, bi, out, oi, n),
                        (a, b) -> a / b),
                binary("gate", (c, ci, g, gi, out, oi, n) -> Elementwise.gate(c, ci, g, gi, 0.2f, out, oi, n),
                        (c, g) -> c > 0 ? g : g * 0.2f),
                binary("maximum", Elementwise::maximum, Math::max),
                binary("greater", Elementwise::greater, (a, b) -> a > b ? 1 : 0),
                binary("equal", Elementwise::equal, (a, b) -> a == b ? 1 : 0));
    }

    private static Arguments affine(String name, float s, float t, Unary twin) {
        return unary(name, (x, xi, out, oi, n) -> Elementwise.affine(x, xi, s, t, out, oi, n), twin);
    }

    private static Arguments combination(String name, float s, float t, Binary twin) {
        return binary(
                name, (a, ai, b, bi, out, oi, n) -> Elementwise.combine(a, ai, s, b, bi, t, out, oi, n), twin);
    }

    private static Arguments unary(String name, UnaryLoop loop, Unary twin) {
        return Arguments.of(name, loop, twin);
    }

    private static Arguments binary(String name, BinaryLoop loop, Binary twin) {
        return Arguments.of(name, loop, twin);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unaryLoops")
    void aUnaryLoopGivesTheBitsOfItsScalarTwin(String name, UnaryLoop loop, Unary twin) {
        for (int n = 0; n <= MOST; n++) {
            int xi = n % 3;
            int oi = n % 5;
            float[] x = Numbers.mixed(n, MOST + 10);
            float[] out = guarded();
            float[] expected = guarded();
            for (int i = 0; i < n; i++) {
                expected[oi + i] = twin.of(x[xi + i]);
            }
            loop.run(x, xi, out, oi, n);
            assertSameBits(out, expected, name + " of " + n);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unaryLoops")
    void aUnaryLoopWorksInPlace(String name, UnaryLoop loop, Unary twin) {
        float[] x = Numbers.mixed(1, MOST);
        float[] expected = new float[MOST];
        for (int i = 0; i < MOST; i++) {
            expected[i] = twin.of(x[i]);
        }
        loop.run(x, 0, x, 0, MOST);
        assertSameBits(x, expected, name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("binaryLoops")
    void aBinaryLoopGivesTheBitsOfItsScalarTwin(String name, BinaryLoop loop, Binary twin) {
        for (int n = 0; n <= MOST; n++) {
            int ai = n % 3;
            int bi = n % 4;
            int oi = n % 5;
            float[] a = Numbers.mixed(n, MOST + 10);
            float[] b = n % 2 == 0 ? Numbers.mixed(n + 1000, MOST + 10) : a.clone();
            float[] out = guarded();
            float[] expected = guarded();
            for (int i = 0; i < n; i++) {
                expected[oi + i] = twin.of(a[ai + i], b[bi + i]);
            }
            loop.run(a, ai, b, bi, out, oi, n);
            assertSameBits(out, expected, name + " of " + n);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("binaryLoops")
    void aBinaryLoopWorksInPlaceOfEitherSource(String name, BinaryLoop loop, Binary twin) {
        float[] a = Numbers.mixed(1, MOST);
        float[] b = Numbers.mixed(2, MOST);
        float[] expected = new float[MOST];
        for (int i = 0; i < MOST; i++) {
            expected[i] = twin.of(a[i], b[i]);
        }
        float[] first = a.clone();
        loop.run(first, 0, b, 0, first, 0, MOST);
        assertSameBits(first, expected, name + " into a");
        loop.run(a, 0, b, 0, b, 0, MOST);
        assertSameBits(b, expected, name + " into b");
    }

    @Test
    void selectTakesTheFirstWhereTheConditionIsNotZero() {
        for (int n = 0; n <= MOST; n++) {
            float[] c = Numbers.mixed(n, MOST);
            float[] a = Numbers.mixed(n + 1, MOST);
            float[] b = Numbers.mixed(n + 2, MOST);
            float[] out = guarded();
            float[] expected = guarded();
            for (int i = 0; i < n; i++) {
                expected[2 + i] = c[i] != 0 ? a[i] : b[i];
            }
            Elementwise.select(c, 0, a, 0, b, 0, out, 2, n);
            assertSameBits(out, expected, "select of " + n);
        }
    }

    @Test
    void notANumberPassesThrough() {
        float[] nan = new float[33];
        Elementwise.fill(Float.NaN, nan, 0, 33);
        float[] one = new float[33];
        Elementwise.fill(1, one, 0, 33);
        unaryLoops().filter(loop -> !loop.get()[0].equals("fill")).forEach(loop -> {
            float[] out = new float[33];
            ((UnaryLoop) loop.get()[1]).run(nan, 0, out, 0, 33);
            assertThat(out).as("%s", loop.get()[0]).containsOnly(Float.NaN);
        });
        float[] out = new float[33];
        Elementwise.maximum(one, 0, nan, 0, out, 0, 33);
        assertThat(out).containsOnly(Float.NaN);
    }

    private static float[] guarded() {
        float[] out = new float[MOST + 10];
        Elementwise.fill(GUARD, out, 0, out.length);
        return out;
    }
}
