package dev.simulacra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradientsTest {
    private final Tensor x = Tensor.input("x", Shape.of(3));

    @Test
    void whatTheResultDoesNotDependOnHasGradientZeroOfItsShape() {
        Tensor unrelated = Tensor.input("unrelated", Shape.of(2, 2));

        List<Tensor> gradients = Gradients.of(x.sum(), List.of(unrelated, x));

        assertThat(gradients.getFirst().shape()).isEqualTo(Shape.of(2, 2));
        assertThat(Reference.create().value(gradients.getFirst())).containsExactly(0, 0, 0, 0);
    }

    @Test
    void theGradientOfATensorWithRespectToItselfIsOne() {
        Tensor y = x.sum();

        assertThat(Reference.create().scalar(Gradients.of(y, y))).isEqualTo(1);
    }

    @Test
    void intermediateTensorsAndTheLeavesAboveThemMayBeAskedForTogether() {
        Tensor hidden = x.square();
        Tensor y = hidden.times(hidden).sum().plus(x.sum()); // Σ x⁴ + x

        List<Tensor> gradients = Gradients.of(y, List.of(x, hidden, x));

        Reference reference = Reference.create().with(x, 1, 2, -1);
        assertThat(reference.value(gradients.get(0))).containsExactly(5, 33, -3); // 4x³ + 1
        assertThat(reference.value(gradients.get(1))).containsExactly(2, 8, 2); // 2h
        assertThat(reference.value(gradients.get(2))).containsExactly(5, 33, -3);
    }

    @Test
    void anIntermediateAloneIsAsked() {
        Tensor hidden = x.exp();

        Tensor gradient = Gradients.of(hidden.square().sum(), hidden);

        assertThat(Graph.topological(List.of(gradient))).contains(hidden);
        assertThat(Reference.create().with(x, 0, 0, 0).value(gradient)).containsExactly(2, 2, 2);
    }

    @Test
    void onlyAScalarHasAGradient() {
        assertThatThrownBy(() -> Gradients.of(x.square(), x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gradient: needs a scalar, not (3); take its sum() or mean()");
        assertThatThrownBy(() -> Gradients.of(x.sum().reshape(1), x))
                .hasMessage("gradient: needs a scalar, not (1); take its sum() or mean()");
    }

    @Test
    void anAdjointHasTheShapeOfTheResult() {
        assertThatThrownBy(() -> Gradients.of(x.square(), Tensor.of(1), List.of(x)))
                .hasMessage("gradient: the adjoint has shape (), not (3)");
    }

    @Test
    void anAdjointWeighsTheRowsOfTheJacobian() {
        Tensor g = Tensor.table("g", Shape.of(3), 1, 0, -2);

        List<Tensor> gradients = Gradients.of(x.square(), g, List.of(x));

        assertThat(Reference.create().with(x, 1, 2, 3).value(gradients.getFirst())).containsExactly(2, 0, -12);
    }

    @Test
    void theOtherPlayersWeightsStayOutOfAPlayersGradient() {
        Parameter d = Parameter.zeros("d", Shape.of(2, 1));
        Parameter g = Parameter.zeros("g", Shape.of(3, 2));
        Tensor z = Tensor.input("z", Shape.of(4, 3));
        Tensor data = Tensor.input("data", Shape.of(4, 2));
        Tensor ofFakes = z.matmul(g.value()).matmul(d.value()).sum();
        Tensor ofData = data.matmul(d.value()).sum();

        Tensor forD = Gradients.of(ofData.minus(ofFakes), d.value());
        Tensor forG = Gradients.of(ofData.minus(ofFakes), g.value());

        assertThat(Graph.topological(List.of(forD))).contains(g.value(), data).doesNotContain(d.value());
        assertThat(Graph.topological(List.of(forG))).contains(d.value(), z).doesNotContain(g.value(), data);
        assertThat(products(forG)).as("the adjoint times dᵀ, and zᵀ times that").isEqualTo(2);
    }

    @Test
    void aHessianTimesAVectorIsAGradientOfAGradient() {
        Tensor a = Tensor.table("A", Shape.of(3, 3), 2, -1, 0.5f, -1, 3, 0, 0.5f, 0, 1);
        Tensor column = x.reshape(3, 1);
        Tensor quadratic = column.transpose().matmul(a).matmul(column).reshape().over(2);
        Tensor v = Tensor.table("v", Shape.of(3), 1, -2, 3);

        Tensor product = Gradients.of(Gradients.of(quadratic, x).times(v).sum(), x);

        // A v, by numpy 2.4.6; the same everywhere
        assertThat(Reference.create().with(x, 0.3, -7, 11).value(product)).containsExactly(5.5, -7, 3.5);
    }

    @Test
    void aGradientPenaltyHasAGradient() {
        Tensor points = Tensor.table("x", Shape.of(3, 2), 0.5f, -1, 2, 0.25f, -0.75f, 1.5f);
        Tensor w = Tensor.input("W", Shape.of(2, 3));
        Tensor v = Tensor.input("v", Shape.of(3, 1));
        Tensor critic = points.matmul(w).tanh().matmul(v);

        Tensor slopes = Gradients.of(critic.sum(), points);
        Tensor norms = slopes.square().sumTo(Shape.of(3, 1)).sqrt();
        Tensor penalty = norms.minus(1).square().mean();
        List<Tensor> gradients = Gradients.of(penalty, List.of(w, v));

        // numpy 2.4.6: ∇D by hand, the penalty's derivatives by complex steps of 10⁻²⁰⁰
        Reference reference = Reference.create().with(w, .3, -.2, .5, .1, .4, -.6).with(v, 1, -2, .5);
        assertThat(reference.value(norms))
                .containsExactly(
                        new double[] {1.0124059810542212, 1.0806920255136274, 0.75838694102583}, within(1e-14));
        assertThat(reference.scalar(penalty)).isCloseTo(0.02168066053808844, within(1e-15));
        assertThat(reference.value(gradients.get(0)))
                .containsExactly(
                        new double[] {
                            -0.10399245398925057, 0.05818618957898872, -0.016856590878214135,
                            0.05545184126515104, 0.11539475753013427, -0.04277046379120278
                        },
                        within(1e-14));
        assertThat(reference.value(gradients.get(1)))
                .containsExactly(
                        new double[] {-0.022876459998470107, 0.014474324376927373, -0.007647210218091697},
                        within(1e-14));
    }

    @Test
    void aTensorReadTwiceCollectsBothContributions() {
        Tensor y = x.times(x).plus(x).sum();

        assertThat(Reference.create().with(x, 1, 2, 3).value(Gradients.of(y, x))).containsExactly(3, 5, 7);
    }

    private static long products(Tensor tensor) {
        return Graph.topological(List.of(tensor)).stream()
                .filter(node -> node.op() instanceof Op.MatMul)
                .count();
    }
}
