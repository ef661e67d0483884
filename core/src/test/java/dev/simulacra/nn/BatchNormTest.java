package dev.simulacra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Expected values: NumPy 2.4.6 in double precision, `gamma*(x - mu)/sqrt(var + 1e-5) + beta`.
class BatchNormTest {
    private static final Tensor X = Tensor.table("x", Shape.of(4, 3), 1, -2, 0.5f, 3, 0, 0.25f, -1, 4, 1, 2, 1, -3);

    @Test
    void trainingNormalizesByTheMinibatch() {
        BatchNorm norm = norm(new float[] {7, 7, 7}, new float[] {7, 7, 7});

        // mu = x.mean(0), var = x.var(0)
        double[] expected = {
            -0.1690304645907972, -3.5403384747414255, 0.5079441118432655,
            1.1832132521355805, -1.6928195840203888, 0.42857669281456845,
            -1.521274181317175, 2.002218197421685, 0.6666789499006596,
            0.5070913937723917, -0.7690601386598703, -0.6031997545584936
        };
        assertThat(Reference.create().value(norm.apply(X, ForwardPass.training("d"))))
                .containsExactly(expected, within(1e-12));
    }

    @Test
    void inferenceNormalizesByTheRunningMoments() {
        BatchNorm norm = norm(new float[] {0.5f, -1, 2}, new float[] {4, 0.25f, 1});
        ForwardPass pass = ForwardPass.inference();

        double[] value = Reference.create().value(norm.apply(X, pass));

        double[] expected = {
            0.24999968750058593, -4.99992000239992, -0.49999625002812476,
            1.2499984375029296, 2.9999200023999197, -0.6249956250328123,
            -0.7499990625017577, 18.999600011999597, -0.24999750001874987,
            0.7499990625017577, 6.9998400047998395, -2.2499875000937495
        };
        assertThat(value).containsExactly(expected, within(1e-12));
        assertThat(pass.kept()).isEmpty();
    }

    @Test
    void trainingMovesTheRunningMomentsTowardsTheMinibatch() {
        BatchNorm norm = BatchNorm.create("norm", 3);
        ForwardPass pass = ForwardPass.training("d");
        norm.apply(X, pass);

        List<Assignment> kept = pass.kept();

        // 0.9*0 + 0.1*x.mean(0) and 0.9*1 + 0.1*x.var(0, ddof=1)
        assertThat(kept).extracting(Assignment::target).containsExactly(norm.mean(), norm.variance());
        assertThat(value(kept.getFirst())).containsExactly(new double[] {0.125, 0.075, -0.03125}, within(1e-12));
        assertThat(value(kept.getLast()))
                .containsExactly(new double[] {1.1916666666666667, 1.525, 1.2307291666666667}, within(1e-12));
    }

    /// A discriminator sees a real and a fake minibatch in one step; the second must not undo what the first did.
    @Test
    void aSecondMinibatchGoesOnFromTheFirst() {
        BatchNorm norm = BatchNorm.create("norm", 3);
        ForwardPass real = ForwardPass.training("d/real");
        norm.apply(X, real);
        ForwardPass fake = ForwardPass.training("d/fake").after(real);
        norm.apply(X.square().over(4), fake);

        // both moments again with x*x/4
        assertThat(value(fake.kept().getFirst()))
                .containsExactly(new double[] {0.20625, 0.19875, 0.036328125}, within(1e-12));
        assertThat(value(fake.kept().getLast()))
                .containsExactly(new double[] {1.1615625, 1.7115625, 1.223238525390625}, within(1e-12));
    }

    /// With shares 1 − 10⁻⁴ and 10⁻⁴, each rounded to float, the mean would sink to 0.33328.
    @Test
    void theRunningMeanOfEqualMinibatchesDoesNotDrift() {
        BatchNorm norm = BatchNorm.create("norm", 1, 1e-5, 1e-4);
        norm.mean().storage()[0] = 1 / 3f;
        ForwardPass pass = ForwardPass.training("d");
        norm.apply(Tensor.table("x", Shape.of(2, 1), 1 / 3f, 1 / 3f), pass);
        Program program = new Compiler(0, 1).compile(new Computation(List.of(), pass.kept()));
        for (int i = 0; i < 200_000; i++) {
            program.run();
        }

        assertThat(norm.mean().storage()).containsExactly(1 / 3f);
        assertThat(norm.variance().storage()[0]).isBetween(0f, 1e-3f);
    }

    @Test
    void whatItCannotNormalizeIsRefused() {
        BatchNorm norm = BatchNorm.create("g/1", 3);

        assertThatThrownBy(() -> norm.apply(Tensor.input("x", Shape.of(1, 3)), ForwardPass.training("g")))
                .hasMessage("batch norm g/1: takes 3 inputs and at least 2 examples, not (1, 3)");
        assertThatThrownBy(() -> norm.apply(Tensor.input("x", Shape.of(5, 2)), ForwardPass.inference()))
                .hasMessage("batch norm g/1: takes 3 inputs and at least 1 example, not (5, 2)");
        assertThatThrownBy(() -> BatchNorm.create("g/1", 3, 1e-5, 0))
                .hasMessage("batch norm: momentum is 0.0, it must be above 0 and at most 1");
    }

    private static BatchNorm norm(float[] mean, float[] variance) {
        return new BatchNorm(
                Parameter.of("gamma", Shape.of(3), new float[] {1, 2, 0.5f}),
                Parameter.of("beta", Shape.of(3), new float[] {0, -1, 0.25f}),
                Parameter.of("mean", Shape.of(3), mean),
                Parameter.of("variance", Shape.of(3), variance),
                1e-5,
                0.1);
    }

    private static double[] value(Assignment assignment) {
        return Reference.create().value(assignment.value());
    }
}
