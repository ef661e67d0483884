package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuseTest {
    private final Tensor x = Tensor.input("x", Shape.of(4, 3));
    private final Parameter w = Parameter.zeros("w", Shape.of(3, 5));
    private final Parameter b = Parameter.zeros("b", Shape.of(5));

    @Test
    void aChainIsOneLoopThatLeavesItsLastTensorAlone() {
        List<Cluster> clusters = Fuse.of(Computation.of(x.exp().plus(1).tanh()));

        assertThat(clusters).hasSize(1);
        assertThat(clusters.getFirst()).isInstanceOfSatisfying(Cluster.Loop.class, loop -> {
            assertThat(loop.body()).hasSize(3);
            assertThat(loop.results()).containsExactly(loop.body().getLast());
        });
    }

    @Test
    void biasAndActivationAreOneLoopBehindTheProduct() {
        Tensor y = x.matmul(w.value()).plus(b.value()).tanh();

        List<Cluster> clusters = Fuse.of(Computation.of(y));

        assertThat(kinds(clusters)).containsExactly("matmul", "loop of 2");
        assertThat(clusters.get(1).sources()).as("the bias is read where it stands")
                .containsExactlyInAnyOrder(b.value(), y.op().operands().getFirst().op().operands().getFirst());
    }

    @Test
    void transposesAreLookedThroughByProductsAlone() {
        assertThat(kinds(Fuse.of(Computation.of(x.transpose().matmul(x))))).containsExactly("matmul");
        assertThat(kinds(Fuse.of(Computation.of(x.transpose().exp())))).containsExactly("transpose", "loop of 1");
    }

    @Test
    void broadcastsAreLookedThroughByLoopsAlone() {
        Tensor wide = b.value().broadcastTo(Shape.of(4, 5));

        assertThat(kinds(Fuse.of(Computation.of(wide.exp())))).containsExactly("loop of 1");
        assertThat(kinds(Fuse.of(Computation.of(wide.exp(), wide.sum()))))
                .containsExactlyInAnyOrder("broadcastTo", "loop of 1", "sumTo");
    }

    @Test
    void unrelatedTensorsOfOneShapeAndRankAreOneLoop() {
        Tensor a = Tensor.input("a", Shape.of(7));
        Tensor c = Tensor.input("c", Shape.of(7));

        assertThat(kinds(Fuse.of(Computation.of(a.exp(), c.tanh())))).containsExactly("loop of 2");
    }

    @Test
    void whatReturnsByAReductionIsAnotherLoop() {
        Tensor e = x.exp();

        List<Cluster> clusters = Fuse.of(Computation.of(e.over(e.sumTo(Shape.of(4, 1)))));

        assertThat(kinds(clusters)).containsExactly("loop of 1", "sumTo", "loop of 1");
    }

    @Test
    void whatIsComputedFromLeavesWaitsForItsReader() {
        Tensor m = Parameter.zeros("m", Shape.of(3, 5)).value();
        Tensor next = m.times(0.9).plus(x.transpose().matmul(x.matmul(w.value())).times(0.1));

        assertThat(kinds(Fuse.of(Computation.of(next)))).containsExactly("matmul", "matmul", "loop of 3");
    }

    @Test
    void theMaskOfAnActivationIsTakenFromItsValueWhereItIsRead() {
        Tensor h = x.matmul(w.value()).relu();
        Tensor loss = h.matmul(w.value().transpose()).square().sum();
        Tensor gradient = Gradients.of(loss, w.value());

        List<Cluster> clusters = Fuse.of(Simplify.of(Computation.of(gradient)));

        assertThat(clusters).filteredOn(cluster -> cluster instanceof Cluster.Loop)
                .allSatisfy(loop -> assertThat(loop.results()).hasSize(1));
    }

    @Test
    void whatAnotherClusterReadsStaysInMemory() {
        Tensor h = x.matmul(w.value()).tanh();

        Cluster loop = Fuse.of(Computation.of(h.square(), h.sum())).get(1);

        assertThat(loop.results()).hasSize(2).contains(h);
    }

    @Test
    void theMaskOfARectifierIsComputedWhereItIsRead() {
        Tensor h = x.matmul(w.value()).plus(b.value()).relu();
        Tensor mask = h.greaterThan(0);
        Tensor g = h.matmul(w.value().transpose()).matmul(w.value());

        List<Cluster> clusters = Fuse.of(Computation.of(g.times(mask), g.matmul(w.value().transpose())
                .matmul(w.value()).times(mask)));

        assertThat(clusters.stream().flatMap(cluster -> cluster.results().stream()))
                .as("it is written nowhere").doesNotContain(mask);
        assertThat(clusters.stream().filter(cluster -> cluster instanceof Cluster.Loop loop
                        && loop.body().contains(mask)))
                .as("both products with it compute it").hasSize(2);
    }

    @Test
    void whatIsDearIsComputedOnce() {
        Tensor h = x.matmul(w.value());
        Tensor e = h.exp();
        Tensor g = h.matmul(w.value().transpose()).matmul(w.value());

        List<Cluster> clusters = Fuse.of(Computation.of(g.times(e), h.times(e)));

        assertThat(clusters.stream().filter(cluster -> cluster instanceof Cluster.Loop loop
                        && loop.body().contains(e)))
                .hasSize(1);
    }

    @Test
    void whatATransposeReadsStaysInMemory() {
        Tensor doubled = x.times(2);
        Tensor y = doubled.transpose().plus(1);

        assertThat(kinds(Fuse.of(Computation.of(y, y.exp())))).contains("loop of 1", "transpose");
        assertThat(Fuse.of(Computation.of(y)).getFirst().results()).containsExactly(doubled);
    }

    @Test
    void apartEveryTensorIsInMemory() {
        Tensor y = x.exp().plus(1).tanh();

        List<Cluster> clusters = Fuse.apart(Computation.of(y));

        assertThat(kinds(clusters)).containsExactly("loop of 1", "loop of 1", "loop of 1");
        assertThat(clusters).allMatch(cluster -> cluster.results().size() == 1);
    }

    @Test
    void noCycleArisesAndEveryTensorIsComputedOnce() {
        for (int seed = 0; seed < 300; seed++) {
            RandomGraph graph = new RandomGraph(seed);
            Computation simple = Simplify.of(graph.asComputation());
            List<Cluster> clusters = Fuse.of(simple);

            List<Cluster> order = Scheduling.of(clusters, simple).order();

            assertThat(order).as("graph " + seed).containsExactlyInAnyOrderElementsOf(clusters);
            requireTopological(order, seed);
        }
    }

    static void requireTopological(List<Cluster> order, int seed) {
        TensorMap<Integer> written = new TensorMap<>();
        for (int i = 0; i < order.size(); i++) {
            for (Tensor source : order.get(i).sources()) {
                assertThat(source.op() instanceof Constant || source.op() instanceof Table
                                || source.op() instanceof Input || source.op() instanceof Value
                                || written.knows(source))
                        .as("graph " + seed + ": " + source + " is read after it is written").isTrue();
            }
            for (Tensor result : order.get(i).results()) {
                assertThat(written.knows(result)).isFalse();
                written.put(result, i);
            }
        }
    }

    private static List<String> kinds(List<Cluster> clusters) {
        List<String> kinds = new ArrayList<>();
        for (Cluster cluster : clusters) {
            kinds.add(switch (cluster) {
                case Cluster.Loop loop -> "loop of " + loop.body().size();
                case Cluster.Single(var tensor) -> tensor.op().operation();
            });
        }
        return kinds;
    }
}
