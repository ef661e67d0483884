package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Graph;
import dev.simulacra.tensor.Op.MatMul;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShareTest {
    private final Tensor a = Tensor.draw("a", new Law.Normal(), Shape.of(6, 4));
    private final Tensor b = Tensor.draw("b", new Law.Normal(), Shape.of(6, 4));
    private final Tensor c = Tensor.draw("c", new Law.Normal(), Shape.of(6, 3));
    private final Tensor w = Tensor.draw("w", new Law.Normal(), Shape.of(4, 5));
    private final Tensor g = Tensor.draw("g", new Law.Normal(), Shape.of(6, 1));

    @Test
    void aScaledFactorUsesTheProductThatIsThere() {
        require(1, a.matmul(w), g.times(a).matmul(w));
        require(1, a.relu().matmul(w), g.times(a.relu()).matmul(w).exp());
    }

    @Test
    void theProductMayComeLaterInTheGraph() {
        require(1, g.times(a).matmul(w).exp(), a.matmul(w));
    }

    @Test
    void aScaledFactorWhoseProductNobodyNeedsStays() {
        require(1, g.times(a).matmul(w));
    }

    @Test
    void aColumnThatRepeatsIsNoOtherThanOneThatDoesNot() {
        Tensor row = Tensor.draw("row", new Law.Normal(), Shape.of(1, 4));
        require(2, a.matmul(w), row.times(a).matmul(w));
    }

    @Test
    void twoProductsWithOneFactorBecomeOne() {
        require(1, a.transpose().matmul(c).plus(b.transpose().matmul(c)));
        require(1, a.transpose().matmul(g.times(c)).plus(b.transpose().matmul(c)));
        require(1, a.transpose().matmul(c).plus(b.transpose().matmul(g.times(c))));
    }

    @Test
    void aProductThatIsReadElsewhereStays() {
        Tensor product = a.transpose().matmul(c);
        require(2, product.plus(b.transpose().matmul(c)), product.exp());
    }

    @Test
    void aSumOfScaledRowsIsAProduct() {
        require(1, g.times(a).sumTo(Shape.of(4)));
        require(1, g.times(a).sumTo(Shape.of(1, 4)));
        require(0, g.times(a).sumTo(Shape.of(6, 1)));
        require(0, g.times(a).sum());
        Tensor scaled = g.times(a);
        require(0, scaled.sumTo(Shape.of(4)), scaled.exp());
    }

    /// In the first row `A W` is beyond the largest float, and g is 0; in the second it is ∞ − ∞.
    @Test
    void aRowTimesZeroIsZeroThoughTheSharedProductOverflows() {
        Tensor large = Tensor.table("large", Shape.of(3, 2), 3e38f, 3e38f, 3e38f, -3e38f, 1, 2);
        Tensor twice = Tensor.table("twice", Shape.of(2, 2), 2, 2, 2, 2);
        Tensor column = Tensor.table("column", Shape.of(3, 1), 0, 0, 5);
        Tensor core = large.matmul(twice);
        Tensor scaled = column.times(large).matmul(twice);
        Tensor further = scaled.times(core.greaterThan(0)).matmul(twice);
        Tensor coreFurther = core.times(core.greaterThan(0)).matmul(twice);

        requireValues(scaled, List.of(core), 0, 0, 0, 0, 30, 30);
        requireValues(scaled.sumTo(Shape.of(2)), List.of(core), 30, 30);
        requireValues(further, List.of(coreFurther), 0, 0, 0, 0, 120, 120);
        requireValues(further.sumTo(Shape.of(2)), List.of(coreFurther), 120, 120);
        requireValues(large.transpose().matmul(scaled).slice(0, 0, 1), List.of(core), 30, 30);
    }

    @Test
    void aRowThatIsChosenWhereAnotherNumberStandsIsNoRowTimesZero() {
        Tensor five = Tensor.table("five", Shape.of(6, 1), 5, 1, 5, 2, 0, 5);
        Tensor chosen = five.equalTo(Tensor.of(5)).select(five, five.times(a));

        require(2, a.matmul(w), chosen.matmul(w));
    }

    /// Both terms are 0 where both columns are, and their joined product would be 0 · ∞.
    @Test
    void twoProductsWhoseSharedFactorOverflowsStayTwo() {
        Tensor large = Tensor.table("large", Shape.of(3, 2), 3e38f, 3e38f, 3e38f, 3e38f, 3e38f, 3e38f);
        Tensor one = Tensor.draw("one", new Law.Normal(), Shape.of(3, 4));
        Tensor twice = Tensor.table("twice", Shape.of(2, 2), 2, 2, 2, 2);
        Tensor core = large.matmul(twice);
        Tensor none = Tensor.table("none", Shape.of(3, 1), 0, 0, 0);
        Tensor nothing = Tensor.table("nothing", Shape.of(3, 1), 0, 0, 0);
        Tensor sum = one.transpose().matmul(none.times(large).matmul(twice))
                .plus(one.transpose().matmul(nothing.times(large).matmul(twice)));

        requireValues(sum, List.of(core), 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// The compiled values of `tensor` where those of `others` are needed too.
    private static void requireValues(Tensor tensor, List<Tensor> others, float... expected) {
        List<Tensor> outputs = new ArrayList<>(others);
        outputs.add(tensor);
        Program program = new Compiler(0, 1).compile(new Computation(outputs, List.of()));
        program.run();

        assertThat(program.value(tensor)).containsExactly(expected);
    }

    /// Per layer inside: one product forward, one for the slopes, one for the derivative of the penalty in the slopes'
    /// direction, and one for the weight's gradient.
    @ParameterizedTest
    @MethodSource
    void aPenaltyOnSlopesAddsTwoProductsALayer(UnaryOperator<Tensor> activation) {
        Tensor w1 = Tensor.draw("w1", new Law.Normal(), Shape.of(4, 8));
        Tensor w2 = Tensor.draw("w2", new Law.Normal(), Shape.of(8, 7));
        Tensor w3 = Tensor.draw("w3", new Law.Normal(), Shape.of(7, 1));
        Tensor h1 = activation.apply(a.matmul(w1));
        Tensor logits = activation.apply(h1.matmul(w2)).matmul(w3);
        Tensor value = logits.softplus().mean();
        Tensor penalty = Gradients.of(logits.sum(), a).square().sum();

        List<Tensor> gradients = Gradients.of(value.plus(penalty), List.of(w1, w2, w3));
        Computation shared = Share.of(Simplify.of(new Computation(gradients, List.of())));

        assertThat(count(shared, 8, 7)).as("with the weight of the layer inside").isEqualTo(4);
        requireSameValues(gradients, shared.outputs());
    }

    static List<UnaryOperator<Tensor>> aPenaltyOnSlopesAddsTwoProductsALayer() {
        return List.of(Tensor::relu, x -> x.leakyRelu(0.2));
    }

    private static void require(int products, Tensor... outputs) {
        Computation shared = Share.of(Simplify.of(Computation.of(outputs)));

        assertThat(products(shared)).hasSize(products);
        requireSameValues(List.of(outputs), shared.outputs());
    }

    private static void requireSameValues(List<Tensor> expected, List<Tensor> actual) {
        Reference reference = Reference.create().at(1, 2, 3);
        List<double[]> before = reference.values(expected);
        List<double[]> after = reference.values(actual);
        for (int i = 0; i < before.size(); i++) {
            double largest = Arrays.stream(before.get(i)).map(Math::abs).max().orElse(0);
            assertThat(after.get(i)).containsExactly(before.get(i), within(1e-14 * (1 + largest)));
        }
    }

    private static List<Tensor> products(Computation computation) {
        return new ArrayList<>(Graph.topological(computation.roots()).stream()
                .filter(tensor -> tensor.op() instanceof MatMul)
                .toList());
    }

    /// The products whose three extents are 6, the minibatch, and these two, in any order.
    private static long count(Computation computation, int in, int out) {
        return products(computation).stream()
                .filter(tensor -> {
                    List<Integer> extents = new ArrayList<>(List.of(
                            tensor.shape().extent(0),
                            tensor.shape().extent(1),
                            tensor.op().operands().getFirst().shape().extent(1)));
                    return extents.remove((Integer) 6) && extents.remove((Integer) in) && extents.remove((Integer) out);
                })
                .count();
    }
}
