package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.tensor.Graph;
import dev.simulacra.tensor.Op.Input;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopBuilderTest {
    /// More than one block, and a last block that no vector fills.
    private static final Shape LONG = Shape.of(2_503);

    @Test
    void aChainNeedsOneRegisterHoweverLongItIs() {
        Tensor y = Tensor.input("x", LONG);
        for (int i = 0; i < 300; i++) {
            y = y.tanh();
        }

        assertThat(registers(y)).isEqualTo(1);
        agrees(y, LONG);
    }

    @Test
    void aValueThatIsReadLateKeepsItsRegister() {
        Tensor x = Tensor.input("x", LONG);
        Tensor early = x.sigmoid();
        Tensor y = early;
        for (int i = 0; i < 20; i++) {
            y = y.tanh();
        }

        assertThat(registers(y.times(early))).isEqualTo(2);
        agrees(y.times(early).plus(early.times(x)), LONG);
    }

    @ParameterizedTest
    @CsvSource({"1", "31", "32", "33", "80"})
    void scalarsAreRepeated(int scalars) {
        Tensor x = Tensor.input("x", LONG);
        Tensor y = x;
        List<Tensor> read = new ArrayList<>();
        for (int i = 0; i < scalars; i++) {
            Tensor scalar = Tensor.table("s" + i, Shape.SCALAR, 1 + i / 100f);
            read.add(scalar);
            y = y.times(scalar).tanh();
        }
        for (Tensor scalar : read) {
            y = y.plus(scalar.times(0.01));
        }

        agrees(y, LONG);
    }

    @Test
    void aLoopOfOneElement() {
        for (Shape shape : List.of(Shape.SCALAR, Shape.of(1), Shape.of(1, 1))) {
            Tensor x = Tensor.input("x", shape);
            agrees(x.exp().plus(x).times(0.5).tanh(), shape);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "4", "5", "6"})
    void operandsAreRepeatedAlongAnyAxes(int which) {
        Shape[] small = {
            Shape.of(41), Shape.of(37, 1), Shape.of(7, 1, 41), Shape.of(1, 37, 1), Shape.of(7, 1, 1),
            Shape.of(1, 1, 41), Shape.of(7, 37, 1),
        };
        Shape whole = Shape.of(7, 37, 41);
        Tensor x = Tensor.input("x", whole);
        float[] values = numbers(small[which].size());
        Tensor repeated = Tensor.table("repeated", small[which], values);

        agrees(x.times(repeated).plus(repeated).tanh().minus(repeated), whole);
    }

    /// Periods that fit a block alone, two that fit together (16 and 64, 5 and 60), and some that are too long.
    @ParameterizedTest
    @CsvSource({"40, 4, 16", "70, 3, 5", "70, 12, 5", "33, 1, 64", "33, 5, 65", "300, 1, 2", "90, 64, 3"})
    void rowsAreRepeatedDownALongLoop(int blocks, int rows, int columns) {
        Shape whole = Shape.of(blocks, rows, columns);
        Tensor x = Tensor.input("x", whole);
        Tensor row = Tensor.table("row", Shape.of(columns), numbers(columns));
        Tensor plane = Tensor.table("plane", Shape.of(rows, columns), numbers(rows * columns));
        Tensor column = Tensor.table("column", Shape.of(rows, 1), numbers(rows));

        agrees(x.plus(row).tanh().times(plane).plus(column).minus(row.times(plane)), whole);
    }

    @Test
    void aColumnAsLongAsARowIsNoRow() {
        Shape whole = Shape.of(8, 8, 64);
        Tensor column = Tensor.table("column", Shape.of(8, 8, 1), numbers(64));

        agrees(Tensor.input("x", whole).plus(column).tanh(), whole);
    }

    @Test
    void resultsAreReadInsideAndOutside() {
        Tensor x = Tensor.input("x", LONG);
        Tensor shared = x.tanh();
        Tensor inside = shared.times(2).plus(shared);

        agrees(inside.plus(shared.sum()).plus(shared), LONG);
    }

    private static int registers(Tensor y) {
        Computation simple = Simplify.of(Computation.of(y));
        Cluster.Loop loop = (Cluster.Loop) Fuse.of(simple).getFirst();
        Map<Tensor, float[]> arrays = new IdentityHashMap<>();
        return LoopBuilder.build(
                        loop,
                        tensor -> arrays.computeIfAbsent(tensor, t -> new float[t.shape().size()]),
                        Map.of())
                .registers();
    }

    /// Float keeps seven digits; the longest of these chains shrinks its errors.
    private static void agrees(Tensor y, Shape shape) {
        Tensor x = inputOf(y);
        float[] values = numbers(shape.size());
        Program program = Compiler.compile(y);
        program.feed(x, values);
        program.run();

        double[] expected = Reference.create().with(x, Oracle.widened(values)).value(y);
        Oracle.requireClose("y", program.value(y), expected, 1e-5);
    }

    private static Tensor inputOf(Tensor y) {
        return Graph.topological(List.of(y)).stream()
                .filter(tensor -> tensor.op() instanceof Input)
                .findFirst()
                .orElseThrow();
    }

    private static float[] numbers(int n) {
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = (i * 37 % 101) / 50f - 1;
        }
        return numbers;
    }
}
