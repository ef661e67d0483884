package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Graph;
import dev.simulacra.tensor.Notation;
import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimplifyTest {
    private final Tensor x = Tensor.input("x", Shape.of(2, 3));
    private final Tensor y = Tensor.input("y", Shape.of(2, 3));
    private final Tensor row = Tensor.input("row", Shape.of(3));
    private final Tensor s = Tensor.input("s", Shape.SCALAR);

    @Test
    void neutralElementsVanish() {
        assertThat(simple(x.plus(0))).isSameAs(x);
        assertThat(simple(Tensor.of(0).plus(x))).isSameAs(x);
        assertThat(simple(x.minus(0))).isSameAs(x);
        assertThat(simple(x.times(1))).isSameAs(x);
        assertThat(simple(Tensor.of(1).times(x))).isSameAs(x);
        assertThat(simple(x.over(1))).isSameAs(x);
        assertThat(simple(x.plus(Tensor.filled(0, x.shape())))).isSameAs(x);
    }

    @Test
    void signsMove() {
        says(x.negate().negate().exp(), "exp(x)");
        says(Tensor.of(0).minus(x), "negate(x)");
        says(x.times(-1), "negate(x)");
        says(Tensor.of(-1).times(x), "negate(x)");
        says(x.plus(y.negate()), "(x − y)");
        says(x.negate().plus(y), "(y − x)");
        says(x.minus(y.negate()), "(x + y)");
        says(y.sigmoid().negate().plus(1), "(broadcastTo(1, (2, 3)) − sigmoid(y))");
    }

    @Test
    void halvesPaddedWithZerosAreOneWholeWhenTheyAreAdded() {
        Tensor zeros = Tensor.filled(0, x.shape());
        Tensor first = Tensor.concatenate(0, List.of(x, zeros));
        Tensor second = Tensor.concatenate(0, List.of(zeros, y));

        assertThat(simple(first.plus(second)).op()).isEqualTo(new Op.Concatenate(List.of(x, y), 0));
        says(Tensor.concatenate(0, List.of(x, y)).slice(0, 2, 4), "y");
    }

    @Test
    void whatIsSubtractedFromOrDividedByItselfStays() {
        says(x.minus(x), "(x − x)");
        says(x.over(x), "(x / x)");
        says(x.times(0), "(x · broadcastTo(0, (2, 3)))");
        says(Tensor.of(0).times(x), "(broadcastTo(0, (2, 3)) · x)");
        says(Tensor.of(0).over(x), "(broadcastTo(0, (2, 3)) / x)");
    }

    @Test
    void functionsOfConstantsAreComputedAsTheReferenceDoes() {
        Tensor third = Tensor.of(1).over(3);
        Tensor folded = simple(third.exp().times(third).minus(0.1).tanh());

        assertThat(folded.op()).isInstanceOf(Constant.class);
        assertThat(Reference.create().scalar(folded))
                .isEqualTo(Reference.create().scalar(third.exp().times(third).minus(0.1).tanh()));
        says(Tensor.of(-1).log(), "NaN");
        says(Tensor.of(1).over(0), "Infinity");
    }

    @Test
    void equalOperationsBecomeOne() {
        Parameter w = Parameter.zeros("w", Shape.of(3, 2));
        Tensor twice = x.matmul(w.value()).tanh().plus(x.matmul(w.value()).tanh());
        Tensor draws = Tensor.draw("z", new Law.Normal(), Shape.of(4)).plus(
                Tensor.draw("z", new Law.Normal(), Shape.of(4)));

        assertThat(graph(simple(twice))).hasSize(5);
        assertThat(graph(simple(draws))).hasSize(2);
    }

    @Test
    void differentOperationsStayTwo() {
        Tensor draws = Tensor.draw("z", new Law.Normal(), Shape.of(4)).plus(
                Tensor.draw("w", new Law.Normal(), Shape.of(4)));
        Tensor inputs = Tensor.input("a", Shape.of(4)).plus(Tensor.input("a", Shape.of(4)));
        Tensor slopes = x.leakyRelu(0.1).plus(x.leakyRelu(0.2));
        Tensor zeros = s.over(Tensor.of(0.0)).plus(s.over(Tensor.of(-0.0)));

        assertThat(graph(simple(draws))).hasSize(3);
        assertThat(graph(simple(inputs))).hasSize(3);
        assertThat(graph(simple(slopes))).hasSize(4);
        assertThat(graph(simple(zeros))).as("1/0 and 1/−0 differ").hasSize(6);
    }

    @Test
    void whatWasBroadcastFirstIsComputedFirst() {
        says(row.broadcastTo(x.shape()).exp(), "broadcastTo(exp(row), (2, 3))");
        says(row.broadcastTo(x.shape()).plus(s), "broadcastTo((row + broadcastTo(s, (3))), (2, 3))");
        says(s.broadcastTo(row.shape()).broadcastTo(x.shape()), "broadcastTo(s, (2, 3))");
        says(x.plus(row), "(x + broadcastTo(row, (2, 3)))");
    }

    @Test
    void movesThatMoveNothingVanish() {
        assertThat(simple(x.transpose().transpose())).isSameAs(x);
        assertThat(simple(x.reshape(3, 2).reshape(6).reshape(2, 3))).isSameAs(x);
        assertThat(simple(x.slice(1, 0, 3))).isSameAs(x);
        says(x.reshape(3, 2).reshape(6), "reshape(x, (6))");
        says(row.broadcastTo(Shape.of(1, 3)), "reshape(row, (1, 3))");
        says(x.reshape(1, 2, 3).sumTo(Shape.of(2, 3)), "x");
        says(x.reshape(2, 1, 3).maxTo(Shape.of(2, 1, 3)), "reshape(x, (2, 1, 3))");
        says(row.reshape(3, 1).transpose(), "reshape(row, (1, 3))");
        says(row.reshape(1, 3).transpose(), "reshape(row, (3, 1))");
    }

    @Test
    void aBroadcastIsTransposedBeforeItIsBroadcast() {
        says(row.broadcastTo(x.shape()).transpose(), "broadcastTo(reshape(row, (3, 1)), (3, 2))");
        says(s.broadcastTo(x.shape()).transpose(), "broadcastTo(reshape(s, (1, 1)), (3, 2))");
    }

    @Test
    void aFilledTensorStaysFilled() {
        Tensor ones = Tensor.filled(1, x.shape());

        says(ones.transpose(), "broadcastTo(1, (3, 2))");
        says(ones.reshape(6), "broadcastTo(1, (6))");
        says(ones.slice(1, 1, 2), "broadcastTo(1, (2, 1))");
        says(ones.sumTo(row.shape()), "broadcastTo(2, (3))");
        says(ones.sum(), "6");
        says(ones.maxTo(Shape.SCALAR), "1");
    }

    @Test
    void aProductThatOnlyTransposesReadIsTransposedBeforeItIsComputed() {
        says(x.matmul(y.transpose()).transpose(), "(y × transpose(x))");
        says(x.transpose().matmul(y).transpose().plus(1), "((transpose(y) × x) + broadcastTo(1, (3, 3)))");
    }

    @Test
    void aProductThatIsReadAsItIsToo() {
        Tensor product = x.matmul(y.transpose());

        List<Tensor> graph = graph(simple(product.transpose().matmul(product)));

        assertThat(graph.stream().filter(t -> t.op() instanceof MatMul)).hasSize(2);
    }

    @Test
    void aProductOverOneTermIsElementwise() {
        says(s.reshape(1, 1).matmul(row.reshape(1, 3)),
                "(broadcastTo(reshape(s, (1, 1)), (1, 3)) · reshape(row, (1, 3)))");
        says(Tensor.filled(1, Shape.of(2, 1)).matmul(row.reshape(1, 3)),
                "broadcastTo(reshape(row, (1, 3)), (2, 3))");
    }

    /// Numbers on which a rule that hid NaN or an infinity would show.
    @ParameterizedTest
    @MethodSource
    void noRuleHidesWhatIsNotFinite(Tensor tensor) {
        Reference reference = Reference.create()
                .with(SPECIAL, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 2);

        assertThat(reference.value(simple(tensor))).isEqualTo(reference.value(tensor));
    }

    private static final Tensor SPECIAL = Tensor.input("special", Shape.of(5));

    static Stream<Tensor> noRuleHidesWhatIsNotFinite() {
        Tensor v = SPECIAL;
        Tensor column = v.reshape(5, 1);
        return Stream.of(v.times(0), Tensor.of(0).times(v), v.minus(v), v.over(v), v.plus(0), v.times(1), v.times(-1),
                v.over(1), v.negate().plus(v), v.plus(v.negate()), v.minus(v.negate()), Tensor.of(0).over(v),
                v.maximum(Tensor.of(0)), v.equalTo(v), v.greaterThan(v), v.sum(), v.maxTo(Shape.SCALAR),
                v.broadcastTo(Shape.of(2, 5)).sumTo(v.shape()), column.matmul(Tensor.filled(0, Shape.of(1, 2))),
                column.matmul(column.transpose()), v.sign(), v.relu(), v.abs().sqrt().times(0),
                v.greaterThan(0).select(v, v.times(0)));
    }

    @Test
    void valuesOfRandomGraphsDoNotChange() {
        for (int seed = 0; seed < 200; seed++) {
            RandomGraph graph = new RandomGraph(seed);
            Computation computation = graph.asComputation();
            Reference reference = Reference.create().at(seed, 1, 2);
            for (Tensor input : graph.inputs()) {
                reference = reference.with(input, Oracle.widened(graph.values(input.shape().size())));
            }

            List<double[]> before = reference.values(computation.roots());
            List<double[]> after = reference.values(Simplify.of(computation).roots());

            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i)).as("graph " + seed)
                        .usingComparatorWithPrecision(1e-12).containsExactly(before.get(i));
            }
        }
    }

    private static Tensor simple(Tensor tensor) {
        return Simplify.of(Computation.of(tensor)).outputs().getFirst();
    }

    private static void says(Tensor tensor, String expression) {
        assertThat(Notation.expression(simple(tensor))).isEqualTo(expression);
    }

    private static List<Tensor> graph(Tensor tensor) {
        return Graph.topological(List.of(tensor));
    }
}
