package dev.simulacra.program;

import dev.simulacra.tensor.GradientCheck;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.OperationChecks;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The compiled evaluation of every operation and its first two derivatives against the reference.
class OperationsTest {
    /// A hundred and sixty roundings of float, 6·10⁻⁸ each; the second derivatives of quotients at ½ need about fifty.
    private static final double TOLERANCE = 1e-5;

    @TestFactory
    Stream<DynamicTest> aProgramAgreesWithTheReference() {
        return OperationChecks.all().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> compare(check)));
    }

    private static void compare(GradientCheck check) {
        List<Tensor> outputs = new ArrayList<>(List.of(check.y()));
        Tensor phi = check.y().square().sum();
        List<Tensor> first = Gradients.of(phi, check.xs());
        outputs.addAll(first);
        Tensor slope = first.stream().map(g -> g.square().sum()).reduce(Tensor::plus).orElseThrow();
        outputs.addAll(Gradients.of(slope, check.xs()));

        Program program = new Compiler(0, 1).compile(new Computation(outputs, List.of()));
        Reference reference = Reference.create();
        for (int i = 0; i < check.xs().size(); i++) {
            float[] point = narrowed(check.points().get(i));
            if (program.takes(check.xs().get(i))) {
                program.feed(check.xs().get(i), point);
            }
            reference = reference.with(check.xs().get(i), Oracle.widened(point));
        }
        program.run();

        List<double[]> expected = reference.values(outputs);
        for (int i = 0; i < outputs.size(); i++) {
            Oracle.requireClose("output " + i, program.value(outputs.get(i)), expected.get(i), TOLERANCE);
        }
    }

    private static float[] narrowed(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
