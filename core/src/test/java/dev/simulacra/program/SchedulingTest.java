package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When assigned values are written, and that no order of writing shows.
class SchedulingTest {
    private final Parameter p = Parameter.of("p", Shape.of(3), new float[] {1, 2, 3});
    private final Parameter q = Parameter.of("q", Shape.of(3), new float[] {10, 20, 30});
    private final Parameter r = Parameter.of("r", Shape.of(3), new float[] {100, 200, 300});

    @Test
    void anUpdateIsWrittenInPlace() {
        Scheduling schedule = scheduled(List.of(), assign(p, p.value().times(2)));

        assertThat(schedule.inPlace()).hasSize(1).containsValue(p);
        assertThat(schedule.copies()).isEmpty();
    }

    @Test
    void writersComeLate() {
        Tensor update = p.value().times(2);
        Tensor other = p.value().sum();

        Scheduling schedule = scheduled(List.of(other), assign(p, update));

        assertThat(schedule.order()).last().isInstanceOf(Cluster.Loop.class);
        assertThat(schedule.inPlace()).containsValue(p);
    }

    @Test
    void aParameterThatIsReadLaterIsNotWrittenInPlace() {
        Tensor update = p.value().times(2);
        Tensor after = update.sum().broadcastTo(Shape.of(3, 3)).times(p.value().broadcastTo(Shape.of(3, 3)));

        Scheduling schedule = scheduled(List.of(after), assign(p, update));

        assertThat(schedule.inPlace()).isEmpty();
        run(List.of(after), assign(p, update));
        assertThat(p.storage()).containsExactly(2, 4, 6);
        assertThat(last.value(after)).startsWith(12, 24, 36);
    }

    @Test
    void anOutputIsNotWrittenInPlace() {
        Tensor update = p.value().times(2);

        run(List.of(update), assign(p, update));
        p.assign(new float[3]);

        assertThat(last.value(update)).as("the value it had in the last run").containsExactly(2, 4, 6);
    }

    @Test
    void twoParametersSwap() {
        run(List.of(), assign(p, q.value()), assign(q, p.value()));

        assertThat(p.storage()).containsExactly(10, 20, 30);
        assertThat(q.storage()).containsExactly(1, 2, 3);
    }

    @Test
    void threeParametersRotate() {
        run(List.of(), assign(p, q.value()), assign(q, r.value()), assign(r, p.value()));

        assertThat(p.storage()).containsExactly(10, 20, 30);
        assertThat(q.storage()).containsExactly(100, 200, 300);
        assertThat(r.storage()).containsExactly(1, 2, 3);
    }

    @Test
    void eachBecomesAFunctionOfTheOther() {
        run(List.of(), assign(p, q.value().plus(1)), assign(q, p.value().plus(2)));

        assertThat(p.storage()).containsExactly(11, 21, 31);
        assertThat(q.storage()).containsExactly(3, 4, 5);
    }

    @Test
    void threeBecomeFunctionsInARing() {
        run(List.of(), assign(p, q.value().plus(r.value())), assign(q, r.value().plus(p.value())),
                assign(r, p.value().plus(q.value())));

        assertThat(p.storage()).containsExactly(110, 220, 330);
        assertThat(q.storage()).containsExactly(101, 202, 303);
        assertThat(r.storage()).containsExactly(11, 22, 33);
    }

    @Test
    void oneBecomesAFunctionOfTheOthersNewValue() {
        Tensor next = p.value().plus(1);
        run(List.of(), assign(p, next), assign(q, next.times(q.value()).plus(p.value())));

        assertThat(p.storage()).containsExactly(2, 3, 4);
        assertThat(q.storage()).containsExactly(21, 62, 123);
    }

    @Test
    void aFunctionOfTheOtherThroughAProduct() {
        Parameter a = Parameter.of("a", Shape.of(2, 2), new float[] {1, 2, 3, 4});
        Parameter c = Parameter.of("c", Shape.of(2, 2), new float[] {5, 6, 7, 8});
        run(List.of(), assign(a, a.value().matmul(c.value())), assign(c, c.value().matmul(a.value())));

        assertThat(a.storage()).containsExactly(19, 22, 43, 50);
        assertThat(c.storage()).containsExactly(23, 34, 31, 46);
    }

    @Test
    void oneValueIsAssignedTwice() {
        Tensor next = p.value().plus(1);
        run(List.of(), assign(p, next), assign(q, next), assign(r, next.times(2)));

        assertThat(p.storage()).containsExactly(2, 3, 4);
        assertThat(q.storage()).containsExactly(2, 3, 4);
        assertThat(r.storage()).containsExactly(4, 6, 8);
    }

    @Test
    void anOutputIsAParametersOldValue() {
        run(List.of(p.value(), p.value().reshape(3, 1)), assign(p, p.value().plus(1)));

        assertThat(p.storage()).containsExactly(2, 3, 4);
        assertThat(last.value(p.value())).containsExactly(1, 2, 3);
    }

    @Test
    void whatIsNoOperationIsAssigned() {
        Tensor input = Tensor.input("x", Shape.of(3));
        Parameter shaped = Parameter.zeros("shaped", Shape.of(3, 1));
        Program program = new Compiler(1, 1).compile(new Computation(List.of(input), List.of(
                assign(p, input), assign(q, Tensor.filled(7, Shape.of(3))),
                assign(r, Tensor.table("t", Shape.of(3), 4, 5, 6)), assign(shaped, p.value().reshape(3, 1)))));
        program.feed(input, -1, -2, -3);
        program.run();
        program.feed(input, 0, 0, 0);

        assertThat(p.storage()).containsExactly(-1, -2, -3);
        assertThat(q.storage()).containsExactly(7, 7, 7);
        assertThat(r.storage()).containsExactly(4, 5, 6);
        assertThat(shaped.storage()).containsExactly(1, 2, 3);
        assertThat(program.value(input)).as("the value it had in the last run").containsExactly(-1, -2, -3);
    }

    @Test
    void aDrawIsAssigned() {
        Tensor draw = Tensor.draw("z", new Law.Uniform(0, 1), Shape.of(3));
        run(List.of(draw), assign(p, draw), assign(q, draw.negate()));

        assertThat(p.storage()).isEqualTo(last.value(draw));
        assertThat(q.storage()[1]).isEqualTo(-p.storage()[1]);
        assertThat(p.storage()[1]).isBetween(0f, 1f);
    }

    @Test
    void aParameterIsAssignedToItself() {
        run(List.of(), assign(p, p.value()), assign(q, p.value().plus(q.value())));

        assertThat(p.storage()).containsExactly(1, 2, 3);
        assertThat(q.storage()).containsExactly(11, 22, 33);
    }

    @Test
    void inPlaceWritersRunAfterEveryOtherReader() {
        for (int seed = 0; seed < 300; seed++) {
            Computation simple = Simplify.of(new RandomGraph(seed).asComputation());
            Scheduling schedule = Scheduling.of(Fuse.of(simple), simple);
            assertThat(schedule.inPlace().size() + schedule.copies().size()).isEqualTo(simple.assignments().size());
            schedule.inPlace().forEach((value, parameter) -> {
                int writer = 0;
                int reader = -1;
                for (int i = 0; i < schedule.order().size(); i++) {
                    writer = schedule.order().get(i).results().contains(value) ? i : writer;
                    reader = schedule.order().get(i).sources().contains(parameter.value()) ? i : reader;
                }
                assertThat(reader).isLessThanOrEqualTo(writer);
            });
        }
    }

    private Program last = Compiler.compile();

    private static Assignment assign(Parameter target, Tensor value) {
        return new Assignment(target, value);
    }

    private static Scheduling scheduled(List<Tensor> outputs, Assignment... assignments) {
        Computation simple = Simplify.of(new Computation(outputs, Arrays.asList(assignments)));
        return Scheduling.of(Fuse.of(simple), simple);
    }

    private void run(List<Tensor> outputs, Assignment... assignments) {
        last = new Compiler(1, 1).compile(new Computation(outputs, new ArrayList<>(Arrays.asList(assignments))));
        last.run();
    }
}
