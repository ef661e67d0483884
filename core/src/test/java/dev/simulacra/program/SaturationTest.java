package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The compiled derivatives of functions that flatten out, against closed forms in double precision that do not cancel.
class SaturationTest {
    /// −80 to 80 by halves.
    private static final float[] POINTS = points();
    private static final double SMALLEST = Float.MIN_NORMAL;

    static List<Arguments> functions() {
        return List.of(
                function("sigmoid", 1, Tensor::sigmoid, SaturationTest::density),
                function("1 − sigmoid", 1, x -> x.sigmoid().negate().plus(1), x -> -density(x)),
                function("softplus", 1, Tensor::softplus, x -> 1 / (1 + StrictMath.exp(-x))),
                function("−softplus(−x)", 1, x -> x.negate().softplus().negate(), x -> 1 / (1 + StrictMath.exp(x))),
                function("tanh", 1, Tensor::tanh, x -> 4 * density(2 * x)),
                function("sigmoid twice", 2, Tensor::sigmoid, x -> -density(x) * StrictMath.tanh(x / 2)),
                function("softplus twice", 2, Tensor::softplus, SaturationTest::density),
                function("tanh twice", 2, Tensor::tanh, x -> -8 * density(2 * x) * StrictMath.tanh(x)));
    }

    private static Arguments function(String name, int order, UnaryOperator<Tensor> f, DoubleUnaryOperator derivative) {
        return Arguments.of(name, order, f, derivative);
    }

    /// Fifty roundings of 6·10⁻⁸, and what is below the least normal float is 0 or near it.
    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void derivativesKeepTheirDigitsWhereTheFunctionIsFlat(
            String name, int order, UnaryOperator<Tensor> f, DoubleUnaryOperator derivative) {
        Tensor x = Tensor.input("x", Shape.of(POINTS.length));
        Tensor y = f.apply(x);
        for (int i = 0; i < order; i++) {
            y = Gradients.of(y.sum(), x);
        }
        Program program = new Compiler(0, 1).compile(Computation.of(y));
        program.feed(x, POINTS);
        program.run();

        float[] actual = program.value(y);
        for (int i = 0; i < POINTS.length; i++) {
            double exact = derivative.applyAsDouble(POINTS[i]);
            assertThat((double) actual[i]).as(name + " at " + POINTS[i])
                    .isCloseTo(exact, within(3e-6 * Math.abs(exact) + SMALLEST));
        }
    }

    private static double density(double x) {
        double e = StrictMath.exp(-Math.abs(x));
        return e / ((1 + e) * (1 + e));
    }

    private static float[] points() {
        float[] points = new float[321];
        IntStream.range(0, points.length).forEach(i -> points[i] = (i - 160) / 2f);
        return points;
    }
}
