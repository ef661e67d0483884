package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Graph;
import dev.simulacra.tensor.Notation;
import dev.simulacra.tensor.Op.MatMul;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private final Parameter w = Parameter.of("w", Shape.of(2, 3), new float[] {1, -2, 3, .5f, .25f, -1});
    private final Parameter b = Parameter.of("b", Shape.of(3), new float[] {.1f, .2f, .3f});

    @Test
    void aTrainingStepWithGradientsAgreesWithTheReference() {
        Tensor x = Tensor.draw("x", new Law.Normal(), Shape.of(5, 2));
        Tensor y = x.matmul(w.value()).plus(b.value()).tanh();
        Tensor penalty = Gradients.of(y.sum(), x).square().sumTo(Shape.of(5, 1)).sqrt().mean();
        Tensor loss = y.square().mean().plus(penalty);
        List<Tensor> gradients = Gradients.of(loss, List.of(w.value(), b.value()));
        List<double[]> expected = Reference.create()
                .at(7, 3, 4)
                .values(List.of(loss, gradients.get(0), gradients.get(1)));

        Program program = new Compiler(7, 2)
                .compile(new Computation(List.of(loss, gradients.get(0), gradients.get(1)), List.of()));
        program.run(3, 4);

        assertClose(program.value(loss), expected.get(0));
        assertClose(program.value(gradients.get(0)), expected.get(1));
        assertClose(program.value(gradients.get(1)), expected.get(2));
    }

    @Test
    void aSecondThreadIsRefusedWhileOneRunsAProgram() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Program program = Compiler.compile(Tensor.ofStep(step -> {
            begun.countDown();
            await(end);
            return step;
        }));
        Thread first = Thread.ofVirtual().start(program::run);
        await(begun);

        assertThatThrownBy(program::run).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("run: another thread is running this program");

        end.countDown();
        first.join();
        program.run();
    }

    @Test
    void aWindowOfRowsIsAPieceOfADraw() {
        List<Law> laws = List.of(new Law.Normal(), new Law.Uniform(-1, 3), new Law.Bernoulli(.3), new Law.Minibatch(7));
        for (Law law : laws) {
            Tensor all = Tensor.draw("z", law, Shape.of(10, 3));
            Tensor some = Tensor.draw("z", law, Shape.of(4, 3));
            Program whole = Compiler.compile(all);
            Program window = new Compiler(0, 1).compile(new RowWindow(4, 10), Computation.of(some));
            whole.run(0, 5);
            for (int first = 0; first <= 6; first++) {
                window.run(0, 50 + first);
                assertThat(window.value(some))
                        .isEqualTo(Arrays.copyOfRange(whole.value(all), 3 * first, 3 * (first + 4)));
            }
        }
    }

    @Test
    void aWindowThatIsNoPieceOfADrawIsRefused() {
        Tensor z = Tensor.draw("z", new Law.Normal(), Shape.of(4));
        Program window = new Compiler(0, 1).compile(new RowWindow(4, 10), Computation.of(z));

        assertThatThrownBy(() -> window.run(0, 7))
                .hasMessage("run: 4 rows from row 7 of a draw on; a draw has 10 rows, and all must be of one draw");
        assertThatThrownBy(() -> new Compiler(0, 1).compile(new RowWindow(3, 10), Computation.of(z)))
                .hasMessageStartingWith("compile: a random leaf of 4 elements in a window of 3 of 10 rows");
        assertThatThrownBy(() -> new RowWindow(3, 2))
                .hasMessage("row window: 3 rows of 2; must be at least 1 and no more than there are");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void allAssignmentsReadTheValuesFromBeforeTheRun() {
        Parameter p = Parameter.of("p", Shape.of(2), new float[] {1, 2});
        Parameter q = Parameter.of("q", Shape.of(2), new float[] {10, 20});
        Program swap = new Compiler(0, 1)
                .compile(new Computation(
                        List.of(p.value()), List.of(new Assignment(p, q.value()), new Assignment(q, p.value()))));

        swap.run();

        assertThat(p.storage()).containsExactly(10, 20);
        assertThat(q.storage()).containsExactly(1, 2);
        assertThat(swap.value(p.value())).containsExactly(1, 2);
    }

    @Test
    void aParameterThatIsReadAfterItsNewValueIsKnownKeepsTheOldOneUntilThen() {
        Parameter p = Parameter.of("p", Shape.of(3), new float[] {1, 2, 3});
        Parameter q = Parameter.zeros("q", Shape.of(3));
        Tensor next = p.value().times(2);
        Program program = new Compiler(0, 1)
                .compile(new Computation(
                        List.of(), List.of(new Assignment(p, next), new Assignment(q, next.exp().plus(p.value())))));

        program.run();

        assertThat(p.storage()).containsExactly(2, 4, 6);
        assertThat(q.storage()[2]).isCloseTo((float) Math.exp(6) + 3, within(1e-4f));
    }

    @Test
    void computationsInOrderReadWhatThoseBeforeThemAssigned() {
        Parameter p = Parameter.of("p", Shape.of(2), new float[] {1, 2});
        Parameter q = Parameter.of("q", Shape.of(2), new float[] {10, 20});
        Tensor sum = p.value().plus(q.value());
        Computation first = new Computation(List.of(p.value()), List.of(new Assignment(p, sum)));
        Computation second = new Computation(List.of(sum), List.of(new Assignment(q, sum)));

        Program program = new Compiler(0, 1).compile(first, second);
        program.run();

        assertThat(program.value(p.value())).as("before the first").containsExactly(1, 2);
        assertThat(program.value(sum)).as("before the second").containsExactly(21, 42);
        assertThat(p.storage()).containsExactly(11, 22);
        assertThat(q.storage()).containsExactly(21, 42);
    }

    @Test
    void ofTwoAssignmentsToOneParameterTheLaterStays() {
        Parameter p = Parameter.of("p", Shape.of(2), new float[] {1, 2});
        Computation doubled = new Computation(List.of(), List.of(new Assignment(p, p.value().times(2))));

        new Compiler(0, 1).compile(doubled, doubled, doubled).run();

        assertThat(p.storage()).containsExactly(8, 16);
    }

    @Test
    void whatComputationsInOrderHaveInCommonIsComputedOnce() {
        Tensor x = Tensor.input("x", Shape.of(4, 2));
        Tensor y = x.matmul(w.value());
        Parameter mean = Parameter.zeros("mean", Shape.of(3));
        Computation average = new Computation(List.of(), List.of(new Assignment(mean, y.meanTo(Shape.of(3)))));
        Computation distance = Computation.of(y.minus(mean.value()).square().sum());

        Computation both = Simplify.of(average, distance);

        assertThat(Graph.topological(both.roots()))
                .filteredOn(tensor -> tensor.op() instanceof MatMul)
                .hasSize(1);
    }

    @Test
    void anOutputOfTwoComputationsIsRefused() {
        Tensor y = w.value().exp();
        assertThatThrownBy(() -> new Compiler(0, 1).compile(Computation.of(y), Computation.of(y)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("compile: exp(w) is an output of two computations; which of its values is wanted?");
    }

    @Test
    void anInputMustBeFed() {
        Tensor x = Tensor.input("x", Shape.of(2));
        Program program = Compiler.compile(x.exp());
        assertThatThrownBy(program::run).hasMessage("run: input x (2) has not been fed");
        assertThatThrownBy(() -> program.feed(x, 1)).hasMessage("feed: input x (2) needs 2 values, not 1");
    }

    @Test
    void theFirstOfSeveralInputsThatMissIsNamed() {
        List<Tensor> inputs = List.of("a", "b", "c", "d", "e").stream()
                .map(name -> Tensor.input(name, Shape.of(2)))
                .toList();
        Program program = Compiler.compile(inputs.stream().reduce(Tensor::plus).orElseThrow());

        program.feed(inputs.getFirst(), 1, 2);

        assertThatThrownBy(program::run).hasMessage("run: input b (2) has not been fed");
    }

    @Test
    void theFirstTensorThatIsNotFiniteIsFoundInsideALoop() {
        Tensor x = Tensor.input("x", Shape.of(3));
        Tensor y = x.tanh().minus(2).log().square().plus(1).plus(b.value());
        Program program = new Compiler(0, 1).compile(new Computation(List.of(), List.of(new Assignment(b, y))));
        program.feed(x, 1, 2, 3);

        assertThat(program.firstBad(0, 0).map(Notation::expression))
                .contains("log((tanh(x) − broadcastTo(2, (3))))");
        assertThat(program.leftFinite()).as("the parameter took the value").isFalse();
    }

    @Test
    void anInputThatIsNotFiniteComesFirst() {
        Tensor x = Tensor.input("x", Shape.of(2));
        Program program = Compiler.compile(x.tanh());
        program.feed(x, 1, Float.NaN);

        assertThat(program.firstBad(0, 0)).contains(x);
    }

    @Test
    void whereAllIsFiniteNothingIsFound() {
        Tensor x = Tensor.input("x", Shape.of(2));
        Program program = Compiler.compile(x.exp().log());
        program.feed(x, 1, 2);

        assertThat(program.firstBad(0, 0)).isEmpty();
    }

    @Test
    void aSlotLargerThanItsOutputHidesNothingThatIsNotFinite() {
        // 17 logarithms, −∞ among them, leave their slot to an output of 12 elements.
        Tensor x = Tensor.input("x", Shape.of(17));
        float[] ones = new float[16];
        Arrays.fill(ones, 1);
        Tensor y = x.log().slice(0, 0, 12).reshape(3, 4).matmul(Tensor.table("ones", Shape.of(4, 4), ones));
        Program program = Compiler.compile(y);
        program.feed(x, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0);

        program.run();

        assertThat(program.leftFinite()).isTrue();
    }

    private static void assertClose(float[] actual, double[] expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-5 + 1e-5 * Math.abs(expected[i])));
        }
    }
}
