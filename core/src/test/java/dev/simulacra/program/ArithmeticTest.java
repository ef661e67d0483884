package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticTest {
    /// Sizes below, at and above those of vectors, and one of several parts.
    private static final int[] SIZES = {1, 2, 15, 16, 17, 63, 64, 65, 1_000, 70_001};

    /// The plain twin: one rounding an operation, in the order of the graph.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aLearningRuleHasTheBitsOfItsPlainLoop(int threads) {
        for (int size : SIZES) {
            Parameter w = Parameter.of("w", Shape.of(size), numbers(size, 1));
            Parameter m = Parameter.of("m", Shape.of(size), numbers(size, 2));
            Parameter v = Parameter.of("v", Shape.of(size), numbers(size, 3));
            float[] g = numbers(size, 4);
            Program program = new Compiler(0, threads).compile(step(w, m, v, Tensor.table("g", w.shape(), g)));
            float[] expectedW = w.storage().clone();
            float[] expectedM = m.storage().clone();
            float[] expectedV = v.storage().clone();
            for (int step = 0; step < 3; step++) {
                plain(expectedW, expectedM, expectedV, g);
                program.run();
            }

            assertThat(w.storage()).as("w of " + size).isEqualTo(expectedW);
            assertThat(m.storage()).as("m of " + size).isEqualTo(expectedM);
            assertThat(v.storage()).as("v of " + size).isEqualTo(expectedV);
        }
    }

    @Test
    void everyOperatorIsWritten() {
        Shape shape = Shape.of(37);
        float[] a = numbers(37, 5);
        float[] b = numbers(37, 6);
        Tensor x = Tensor.table("a", shape, a);
        Tensor y = Tensor.table("b", shape, b);
        Tensor z = x.negate().maximum(y).abs().sqrt().over(y).minus(x.times(y)).plus(y);

        assertThat(arithmetic(z)).isPresent();
        Program program = Compiler.compile(z);
        program.run();
        float[] values = program.value(z);
        for (int i = 0; i < values.length; i++) {
            float root = (float) Math.sqrt(Math.abs(Math.max(-a[i], b[i])));
            assertThat(values[i]).isEqualTo(root / b[i] - a[i] * b[i] + b[i]);
        }
    }

    @Test
    void aParameterThatIsReadAfterItIsComputedIsReadAsItWas() {
        Parameter w = Parameter.of("w", Shape.of(50), numbers(50, 7));
        float[] before = w.storage().clone();
        Tensor next = w.value().times(2).plus(1);
        Tensor late = next.times(next).minus(w.value());
        Program program = Compiler.compile(late);
        Program assigning = new Compiler(0, 1).compile(
                new Computation(List.of(late), List.of(new Assignment(w, next))));
        program.run();
        assigning.run();

        assertThat(assigning.value(late)).isEqualTo(program.value(late));
        assertThat(w.storage()[3]).isEqualTo(before[3] * 2 + 1);
    }

    @Test
    void loopsThatDifferInTheirArraysAloneAreOneClass() {
        Map<List<Arithmetic.Line>, Integer> classes = new HashMap<>();
        for (Shape shape : List.of(Shape.of(16, 2), Shape.of(16), Shape.of(2, 16))) {
            Tensor x = Tensor.table("x", shape, numbers(shape.size(), 8));
            Tensor y = Tensor.table("y", shape, numbers(shape.size(), 9));
            classes.merge(arithmetic(x.times(y).plus(x).minus(y).over(x)).orElseThrow().lines(), 1, Integer::sum);
        }

        assertThat(classes).hasSize(1);
    }

    @Test
    void otherLoopsAreLeftToTheBlocks() {
        Shape shape = Shape.of(8, 5);
        Tensor x = Tensor.table("x", shape, numbers(40, 10));
        Tensor row = Tensor.table("row", Shape.of(5), numbers(5, 11));

        assertThat(arithmetic(x.plus(row).times(x).minus(x).over(x))).as("a row is repeated").isEmpty();
        assertThat(arithmetic(x.tanh().times(x).minus(x).over(x))).as("tanh").isEmpty();
        assertThat(arithmetic(x.times(x))).as("one operation").isEmpty();
    }

    private static Computation step(Parameter w, Parameter m, Parameter v, Tensor g) {
        Tensor nextM = m.value().times(0.9).plus(g.times(0.1));
        Tensor nextV = v.value().times(0.99).plus(g.square().times(0.01));
        Tensor next = w.value().minus(nextM.times(0.001).over(nextV.sqrt().plus(1e-8)));
        return new Computation(List.of(), List.of(
                new Assignment(w, next), new Assignment(m, nextM), new Assignment(v, nextV)));
    }

    private static void plain(float[] w, float[] m, float[] v, float[] g) {
        for (int i = 0; i < w.length; i++) {
            m[i] = m[i] * 0.9f + g[i] * 0.1f;
            v[i] = v[i] * 0.99f + g[i] * g[i] * 0.01f;
            w[i] = w[i] - m[i] * 0.001f / ((float) Math.sqrt(v[i]) + 1e-8f);
        }
    }

    private static Optional<Arithmetic> arithmetic(Tensor y) {
        Cluster.Loop loop = (Cluster.Loop) Fuse.of(Simplify.of(Computation.of(y))).getFirst();
        Map<Tensor, float[]> arrays = new HashMap<>();
        return Arithmetic.of(loop, tensor -> arrays.computeIfAbsent(tensor, t -> new float[t.shape().size()]));
    }

    private static float[] numbers(int n, int seed) {
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = ((i * 37L + seed * 11) % 101 + 1) / 50f;
        }
        return numbers;
    }
}
