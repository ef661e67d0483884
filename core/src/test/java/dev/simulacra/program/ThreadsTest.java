package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The number of threads changes the time and nothing else.
class ThreadsTest {
    /// Whatever has more than eight rows is shared here, however small it is.
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aRandomGraphLeavesTheSameBits(int threads) {
        for (int seed = 0; seed < 300; seed++) {
            List<float[]> alone = left(seed, 1);
            List<float[]> shared = left(seed, threads);
            for (int i = 0; i < alone.size(); i++) {
                assertThat(shared.get(i)).as("graph " + seed).isEqualTo(alone.get(i));
            }
        }
    }

    /// Loops of 70,000 elements and products of a million multiply-adds, enough for three threads to have parts.
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aLargeTrainingStepLeavesTheSameBits(int threads) {
        List<float[]> alone = trained(1);
        List<float[]> shared = trained(threads);

        for (int i = 0; i < alone.size(); i++) {
            assertThat(alone.get(i)).as("something was computed").doesNotContain(Float.NaN, 0f);
            assertThat(shared.get(i)).isEqualTo(alone.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aLargeDrawHasTheSameBits(int threads) {
        List<Tensor> draws = Stream.of(
                        new Law.Normal(), new Law.Uniform(-1, 3), new Law.Bernoulli(0.3), new Law.Minibatch(1000))
                .map(law -> Tensor.draw("large", law, Shape.of(50_021)))
                .toList();
        Program alone = new Compiler(5, 1).compile(new Computation(draws, List.of()));
        Program shared = new Compiler(5, threads).compile(new Computation(draws, List.of()));
        for (int draw = 0; draw < 3; draw++) {
            alone.run(draw, draw);
            shared.run(draw, draw);
            for (Tensor each : draws) {
                assertThat(shared.value(each)).isEqualTo(alone.value(each));
            }
        }
    }

    private static List<float[]> left(int seed, int threads) {
        RandomGraph graph = new RandomGraph(seed);
        Computation computation = graph.asComputation();
        Program program = new Compiler(seed, threads, 1).compile(computation);
        for (int step = 0; step < 3; step++) {
            for (Tensor input : graph.inputs()) {
                if (program.takes(input)) {
                    program.feed(input, graph.values(input.shape().size()));
                }
            }
            program.run(step, step);
        }
        List<float[]> left = new ArrayList<>(computation.outputs().stream().map(program::value).toList());
        graph.parameters().forEach(parameter -> left.add(parameter.storage().clone()));
        return left;
    }

    private static List<float[]> trained(int threads) {
        Parameter w = drawn("w", 130, 260);
        Parameter v = drawn("v", 260, 7);
        Parameter m = Parameter.zeros("m", w.shape());
        Tensor x = Tensor.draw("x", new Law.Normal(), Shape.of(280, 130));
        Tensor h = x.matmul(w.value()).plus(Tensor.table("b", Shape.of(260), new float[260])).tanh();
        Tensor y = h.matmul(v.value()).softplus();
        Tensor loss = y.square().mean().plus(Gradients.of(y.sum(), x).square().mean());
        List<Tensor> gradients = Gradients.of(loss, List.of(w.value(), v.value()));
        Tensor next = m.value().times(0.9).plus(gradients.get(0));
        Program program = new Compiler(3, threads).compile(new Computation(List.of(loss), List.of(
                new Assignment(m, next),
                new Assignment(w, w.value().minus(next.times(0.1))),
                new Assignment(v, v.value().minus(gradients.get(1).times(0.1))))));
        for (int step = 0; step < 3; step++) {
            program.run(step, step);
        }
        return List.of(w.storage(), v.storage(), m.storage(), program.value(loss));
    }

    private static Parameter drawn(String name, int rows, int columns) {
        Shape shape = Shape.of(rows, columns);
        Tensor values = Tensor.draw(name, new Law.Uniform(-0.1, 0.1), shape);
        Program program = Compiler.compile(values);
        program.run();
        return Parameter.of(name, shape, program.value(values));
    }
}
