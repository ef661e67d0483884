package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.Minimax;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.program.Compiler;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Values from logits; golden numbers by Python 3 with numpy 2.4.6.
class ObjectiveTest {
    private static final Offset<Double> EXACT = within(1e-14);

    private static final double VALUE = -1.2314270171575221;
    private static final double ON_FAKE = -0.5113321678769244;
    private static final double REAL_ON_FAKE = -1.7613321678769243;
    private static final double VALUE_TENTH = -0.8521871646486024;
    private static final double ON_FAKE_TENTH = -0.3439336195254452;
    private static final double REAL_ON_FAKE_TENTH = -1.1197619669136916;

    private final Tensor real = Tensor.table("real", Shape.of(2, 1), 2, -1);
    private final Tensor fake = Tensor.table("fake", Shape.of(2, 1), .5f, -3);
    private final LogProbability exact = new LogProbability.FromLogits();
    private final LogProbability tenth = new LogProbability.WithEpsilon(0.1);
    private final Minimax minimax = new Minimax(exact);
    private final NonSaturating nonSaturating = new NonSaturating(exact);

    @Test
    void theValueIsTheMeanOfBothLogarithms() {
        assertThat(value(minimax.value(real, fake))).isCloseTo(VALUE, EXACT);
        assertThat(value(nonSaturating.value(real, fake))).isCloseTo(VALUE, EXACT);
        assertThat(value(new Minimax(tenth).value(real, fake))).isCloseTo(VALUE_TENTH, EXACT);
    }

    @Test
    void theMinimaxGeneratorDescendsItsPartOfTheValue() {
        assertThat(value(minimax.generatorLoss(fake, fake))).isCloseTo(ON_FAKE, EXACT);
        assertThat(value(new Minimax(tenth).generatorLoss(fake, fake))).isCloseTo(ON_FAKE_TENTH, EXACT);
    }

    @Test
    void theOtherGeneratorAscendsTheLogarithmOfD() {
        assertThat(value(nonSaturating.generatorLoss(fake, fake))).isCloseTo(-REAL_ON_FAKE, EXACT);
        assertThat(value(new NonSaturating(tenth).generatorLoss(fake, fake)))
                .isCloseTo(-REAL_ON_FAKE_TENTH, EXACT);
    }

    @Test
    void mistakesOfOtherLibrariesGiveOtherNumbers() {
        Tensor onReal = exact.ofReal(real).mean();
        Tensor onFake = exact.ofFake(fake).mean();

        assertThat(value(onReal.times(0.95).plus(onFake))).as("log D weighted .95")
                .isNotCloseTo(VALUE, within(1e-3));
        assertThat(value(nonSaturating.generatorLoss(fake, fake))).as("minimax that is non-saturating")
                .isNotCloseTo(ON_FAKE, within(1e-3));
        assertThat(value(onReal.times(0.9).plus(onFake.times(1)).plus(exact.ofFake(real).mean().times(0.1))))
                .as("labels smoothed").isNotCloseTo(VALUE, within(1e-3));
        assertThat(value(minimax.value(fake, real))).as("real and fake swapped").isNotCloseTo(VALUE, within(1e-3));
    }

    @Test
    void atEquilibriumTheLossesAreTheirOptimum() {
        Tensor zero = Tensor.filled(0, Shape.of(4, 1));

        assertThat(value(minimax.value(zero, zero))).isCloseTo(-2 * Math.log(2), EXACT);
        assertThat(value(minimax.generatorLoss(zero, zero))).isCloseTo(minimax.generatorOptimum(), EXACT);
        assertThat(value(nonSaturating.generatorLoss(zero, zero))).isCloseTo(nonSaturating.generatorOptimum(), EXACT);
    }

    @Test
    void extremeLogitsAreExactWithoutEpsilonAndCutOffWithIt() {
        Tensor certain = Tensor.table("certain", Shape.of(2, 1), 100, -100);
        LogProbability small = new LogProbability.WithEpsilon(1e-8);

        // in double and in float
        assertThat(Reference.create().value(exact.ofReal(certain))).containsExactly(new double[] {0, -100}, EXACT);
        assertThat(Reference.create().value(exact.ofFake(certain))).containsExactly(new double[] {-100, 0}, EXACT);
        assertThat(compiled(exact.ofReal(certain))).containsExactly(new float[] {0, -100}, within(1e-6f));
        assertThat(compiled(exact.ofFake(certain))).containsExactly(new float[] {-100, 0}, within(1e-6f));
        assertThat(compiled(small.ofReal(certain))).containsExactly(new float[] {0, -18.420681f}, within(1e-5f));
        assertThat(compiled(small.ofFake(certain))).containsExactly(new float[] {-18.420681f, 0}, within(1e-5f));
    }

    /// In float `1 − D` is 0 from a logit of 17 on, and a multiple of 6·10⁻⁸ before.
    @Test
    void theLogarithmWithEpsilonHasItsDigitsInFloatToo() {
        Tensor sure = Tensor.table("sure", Shape.of(3, 1), 12, 16, 20);
        Tensor y = new LogProbability.WithEpsilon(1e-8).ofFake(sure);
        Tensor slope = Gradients.of(y.sum(), sure);

        for (Tensor each : List.of(y, slope)) {
            double[] exact = Reference.create().value(each);
            float[] actual = compiled(each);
            for (int i = 0; i < exact.length; i++) {
                assertThat((double) actual[i]).isCloseTo(exact[i], within(1e-6 * Math.abs(exact[i])));
            }
        }
    }

    @Test
    void whereTheDiscriminatorIsCertainOnlyTheLogitFormMovesTheGenerator() {
        Tensor rejected = Tensor.table("rejected", Shape.of(1, 1), -100);
        Tensor exactly = Gradients.of(nonSaturating.generatorLoss(rejected, rejected), rejected);
        Tensor cutOff = Gradients.of(
                new NonSaturating(new LogProbability.WithEpsilon(1e-8)).generatorLoss(rejected, rejected),
                rejected);
        Tensor saturated = Gradients.of(minimax.generatorLoss(rejected, rejected), rejected);

        assertThat(compiled(exactly)).containsExactly(-1);
        assertThat(compiled(cutOff)[0]).isCloseTo(0, within(1e-30f));
        assertThat(compiled(saturated)[0]).isCloseTo(0, within(1e-30f));
    }

    @Test
    void epsilonMustBePositive() {
        assertThatThrownBy(() -> new LogProbability.WithEpsilon(0))
                .hasMessage("logarithm: epsilon is 0.0, it must be above 0");
        assertThatThrownBy(() -> new LogProbability.WithEpsilon(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double value(Tensor tensor) {
        return Reference.create().scalar(tensor);
    }

    private static float[] compiled(Tensor tensor) {
        Program program = Compiler.compile(tensor);
        program.run();
        return program.value(tensor);
    }
}
