package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryPlanTest {
    @Test
    void aDeepChainNeedsTwoArrays() {
        Tensor w = Parameter.zeros("w", Shape.of(8, 8)).value();
        Tensor y = Tensor.input("x", Shape.of(8, 8));
        for (int i = 0; i < 500; i++) {
            y = y.matmul(w).tanh();
        }

        MemoryPlan plan = planned(Computation.of(y));

        assertThat(plan.sizes()).containsExactly(64, 64);
    }

    /// And one array more: the next branch begins beside the sum over the last one.
    @Test
    void branchesOneAfterTheOtherNeedNoMoreThanOneOfThem() {
        Tensor w = Parameter.zeros("w", Shape.of(8, 8)).value();
        Tensor x = Tensor.input("x", Shape.of(8, 8));
        List<Tensor> sums = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sums.add(x.matmul(Tensor.table("w" + i, Shape.of(8, 8), new float[64])).matmul(w).sum());
        }

        MemoryPlan plan = planned(new Computation(sums, List.of()));

        assertThat(plan.sizes().stream().filter(size -> size == 64)).hasSize(3);
    }

    /// One thread may be at the product while another still sums.
    @Test
    void anArrayThatEveryThreadReadsIsNotTakenWithinTheSection() {
        Tensor y = Tensor.input("x", Shape.of(64, 16)).tanh();
        Tensor z = Tensor.input("z", Shape.of(64, 16)).matmul(Tensor.input("w", Shape.of(16, 16)));

        MemoryPlan plan = planned(Computation.of(y.sumTo(Shape.of(16)), z.sumTo(Shape.of(64, 1))));

        assertThat(plan.sizes().stream().filter(size -> size == y.shape().size())).hasSize(2);
    }

    @Test
    void aSmallTensorDoesNotTakeALargeSlot() {
        Tensor x = Tensor.input("x", Shape.of(100, 10));
        Tensor y = x.transpose().matmul(x).sumTo(Shape.of(1, 10)).sum().exp();

        assertThat(planned(Computation.of(y)).sizes()).containsExactly(100, 10, 1, 1);
    }

    @Test
    void noTwoTensorsHoldOneSlotAtOneTime() {
        for (int seed = 0; seed < 300; seed++) {
            Computation simple = Simplify.of(new RandomGraph(seed).asComputation());
            Scheduling schedule = Scheduling.of(Fuse.of(simple), simple);
            List<Tensor> kept = new ArrayList<>(simple.outputs());
            schedule.copies().forEach(copy -> kept.add(copy.value()));
            MemoryPlan plan = MemoryPlan.of(schedule.sections(), kept, schedule.inPlace().keySet());
            List<Held> held = held(schedule, kept, plan);

            for (int i = 0; i < held.size(); i++) {
                Held a = held.get(i);
                assertThat(plan.sizes().get(a.slot)).isGreaterThanOrEqualTo(a.tensor.shape().size());
                for (Held b : held.subList(0, i)) {
                    assertThat(a.slot == b.slot && a.from <= b.to && b.from <= a.to)
                            .as("graph %d: %s and %s", seed, a, b).isFalse();
                }
            }
        }
    }

    private record Held(Tensor tensor, int slot, int from, int to) {}

    /// From where to where each tensor must keep its elements, found without the plan.
    private static List<Held> held(Scheduling schedule, List<Tensor> kept, MemoryPlan plan) {
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < schedule.order().size(); i++) {
            for (Tensor result : schedule.order().get(i).results()) {
                if (!schedule.inPlace().containsKey(result)) {
                    int to = i;
                    for (int j = i; j < schedule.order().size(); j++) {
                        to = schedule.order().get(j).sources().contains(result) ? j : to;
                    }
                    boolean toTheEnd = kept.stream().anyMatch(tensor -> Storage.root(tensor) == result);
                    held.add(new Held(result, plan.slots().of(result), i, toTheEnd ? Integer.MAX_VALUE : to));
                }
            }
        }
        return held;
    }

    private static MemoryPlan planned(Computation computation) {
        Computation simple = Simplify.of(computation);
        Scheduling schedule = Scheduling.of(Fuse.of(simple), simple);
        return MemoryPlan.of(schedule.sections(), simple.outputs(), Set.of());
    }
}
