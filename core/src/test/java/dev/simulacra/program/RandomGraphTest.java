package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.tensor.Graph;
import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs of random computations against the reference evaluation, three runs in a row.
class RandomGraphTest {
    /// Float rounds at 6·10⁻⁸. Sixty operations whose derivatives are a few at most, over three steps, leave the worst
    /// of these graphs at some 10⁻⁵; a tensor read from a wrong or overwritten array is wrong by the order of one.
    private static final double TOLERANCE = 2e-4;

    private static final int GRAPHS = 50;

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 100, 150, 200, 250})
    void aProgramAgreesWithTheReference(int first) {
        for (int seed = first; seed < first + GRAPHS; seed++) {
            RandomGraph graph = new RandomGraph(seed);
            Computation computation = graph.asComputation();
            Oracle oracle = new Oracle(computation);
            Program program = new Compiler(seed, 1).compile(computation);
            for (int step = 0; step < 3; step++) {
                Reference reference = Reference.create().at(seed, step, 5 + step);
                for (Tensor input : graph.inputs()) {
                    float[] values = graph.values(input.shape().size());
                    if (program.takes(input)) {
                        program.feed(input, values);
                    }
                    reference = reference.with(input, Oracle.widened(values));
                }
                program.run(step, 5 + step);
                List<double[]> expected = oracle.run(computation, reference);
                for (int i = 0; i < expected.size(); i++) {
                    String name = "graph " + seed + ", step " + step + ", output " + i;
                    Oracle.requireClose(name, program.value(computation.outputs().get(i)), expected.get(i), TOLERANCE);
                }
                oracle.requireState(TOLERANCE);
            }
        }
    }

    @Test
    void aProgramLookedIntoLeavesTheSameBits() {
        for (int seed = 0; seed < 60; seed++) {
            List<float[]> run = stateAfter(seed, false);
            List<float[]> lookedInto = stateAfter(seed, true);

            for (int i = 0; i < run.size(); i++) {
                assertThat(lookedInto.get(i)).as("graph " + seed).isEqualTo(run.get(i));
            }
        }
    }

    private static List<float[]> stateAfter(int seed, boolean lookInto) {
        RandomGraph graph = new RandomGraph(seed);
        Program program = new Compiler(seed, 1).compile(graph.asComputation());
        for (int step = 0; step < 2; step++) {
            for (Tensor input : graph.inputs()) {
                if (program.takes(input)) {
                    program.feed(input, graph.values(input.shape().size()));
                }
            }
            if (lookInto) {
                assertThat(program.firstBad(step, step)).isEmpty();
            } else {
                program.run(step, step);
            }
        }
        return graph.parameters().stream().map(Parameter::storage).toList();
    }

    @Test
    void everyOperationOccurs() {
        Set<Class<?>> found = new HashSet<>();
        List<Integer> sizes = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            List<Tensor> graph = Graph.topological(new RandomGraph(seed).asComputation().roots());
            graph.forEach(tensor -> found.add(tensor.op().getClass()));
            sizes.add(graph.size());
        }

        assertThat(found).hasSize(operations(Op.class));
        assertThat(sizes).anyMatch(size -> size > 100).anyMatch(size -> size < 20);
    }

    private static int operations(Class<?> type) {
        if (!type.isSealed()) {
            return 1;
        }
        int count = 0;
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            count += operations(permitted);
        }
        return count;
    }
}
