package dev.simulacra.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.random.Law;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndependenceTest {
    private static final Tensor X = Tensor.input("x", Shape.of(4, 6));
    private static final Tensor W = Tensor.input("w", Shape.of(6, 3));
    private static final Tensor ROW = Tensor.input("row", Shape.of(6));

    @ParameterizedTest
    @MethodSource
    void aNetworkThatTakesEachExampleByItselfIsIndependent(UnaryOperator<Tensor> network) {
        assertThat(Independence.ofRows(network.apply(X), X)).isTrue();
    }

    static List<UnaryOperator<Tensor>> aNetworkThatTakesEachExampleByItselfIsIndependent() {
        return List.of(
                x -> x,
                x -> x.matmul(W).relu(),
                x -> x.plus(ROW).times(2).greaterThan(0).select(x, x.negate()),
                x -> x.reshape(4, 2, 3).maxTo(Shape.of(4, 2, 1)).reshape(4, 2),
                x -> x.over(x.square().sumTo(Shape.of(4, 1)).sqrt()),
                x -> Tensor.concatenate(1, List.of(x.slice(1, 0, 2), x.slice(1, 4, 6))),
                x -> W.gather(x.sumTo(Shape.of(4, 1)).reshape(4)));
    }

    @ParameterizedTest
    @MethodSource
    void aNetworkThatLooksAcrossExamplesIsNot(UnaryOperator<Tensor> network) {
        assertThat(Independence.ofRows(network.apply(X), X)).isFalse();
    }

    static List<UnaryOperator<Tensor>> aNetworkThatLooksAcrossExamplesIsNot() {
        return List.of(
                x -> x.minus(x.meanTo(Shape.of(6))),
                x -> x.over(x.sum()),
                x -> x.matmul(x.transpose()),
                x -> x.transpose().matmul(x),
                x -> x.reshape(8, 3),
                x -> x.reshape(6, 4).reshape(4, 6),
                x -> x.slice(0, 0, 4).slice(0, 1, 3),
                x -> Tensor.concatenate(0, List.of(x.slice(0, 2, 4), x.slice(0, 0, 2))),
                x -> x.maxTo(Shape.of(1, 6)).broadcastTo(Shape.of(4, 6)),
                x -> x.scatter(Tensor.table("reversed", Shape.of(4), 3, 2, 1, 0), 4));
    }

    @Test
    void rowsFollowFromRowsOfDrawsWhereEachDrawHasOneForEach() {
        Tensor z = Tensor.draw("z", new Law.Normal(), Shape.of(4, 6));

        assertThat(Independence.ofDraws(z.matmul(W).tanh())).isTrue();
        assertThat(Independence.ofDraws(z.plus(Tensor.draw("shared", new Law.Normal(), Shape.of(1, 6))))).isFalse();
        assertThat(Independence.ofDraws(z.minus(z.meanTo(Shape.of(6))))).isFalse();
        assertThat(Independence.ofDraws(z.sum())).isFalse();
    }

    @Test
    void graphsOfFewAndManyRowsAreTheSameWhereNoTableIsMadeForTheRows() {
        assertThat(Independence.ofMinibatchSize(scaled(1, 2), scaled(5, 2))).isTrue();
        assertThat(Independence.ofMinibatchSize(scaled(1, 2), scaled(5, 3))).isFalse();
        assertThat(Independence.ofMinibatchSize(
                        scaled(1, 2).plus(Tensor.table("t", Shape.of(1, 1), 0)),
                        scaled(2, 2).plus(Tensor.table("t", Shape.of(2, 1), 0, 1))))
                .isFalse();
        assertThat(Independence.ofMinibatchSize(scaled(1, 2), scaled(5, 2).exp())).isFalse();
    }

    private static Tensor scaled(int rows, double factor) {
        return Tensor.draw("z", new Law.Normal(), Shape.of(rows, 3)).times(factor);
    }

    @Test
    void whatDoesNotDependOnTheMinibatchIsNoFunctionOfItsRows() {
        assertThat(Independence.ofRows(W.exp(), X)).isFalse();
    }
}
