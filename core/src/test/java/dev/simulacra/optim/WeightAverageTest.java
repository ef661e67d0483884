package dev.simulacra.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightAverageTest {
    private static final double LARGEST = 1 - 0x1p-24;
    private static final float[] GOALS = {1 / 3f, -0.1f, 1e-3f, 7.7f, 1e-30f};
    /// A step by which the decay is δ.
    private static final long LATE = 1L << 40;

    /// An average under way, compiled as in a training.
    private static final class Running {
        final Parameter w;
        final Parameter value;
        final Program program;

        Running(double decay, float[] start, float[] goal) {
            Shape shape = Shape.of(start.length);
            w = Parameter.of("w", shape, goal);
            value = Parameter.of("average", shape, start);
            Parameter lost = Parameter.zeros("lost", shape);
            WeightAverage average = new WeightAverage(decay);
            WeightAverage.Sum next = average.next(
                    new WeightAverage.Sum(value.value(), lost.value()), w.value(), average.share());
            program = new Compiler(0, 1).compile(new Computation(
                    List.of(), List.of(new Assignment(value, next.value()), new Assignment(lost, next.lost()))));
        }

        float[] after(long steps, long first) {
            for (long step = first; step < first + steps; step++) {
                program.run(step, step);
            }
            return value.storage();
        }
    }

    /// `a ← δa + (1 − δ)w` in double precision, with the share of w at the start.
    private static double average(double decay, double start, double[] weights) {
        double a = start;
        for (int t = 0; t < weights.length; t++) {
            double kept = Math.min(decay, (1.0 + t) / (10 + t));
            a = kept * a + (1 - kept) * weights[t];
        }
        return a;
    }

    /// With δ alone, (.999)⁵⁰⁰ = 61 % of the start at 0 would be left.
    @Test
    void aShortRunsAverageIsThatOfItsWeightsAndNotItsStart() {
        double[] weights = DoubleStream.iterate(10, w -> w + 0.002).limit(500).toArray();
        Running running = new Running(0.999, new float[] {0}, new float[] {0});

        for (int t = 0; t < weights.length; t++) {
            running.w.assign(new float[] {(float) weights[t]});
            running.after(1, t);
        }

        // On a straight line the weights t⁸ have their mean at nine tenths of the way.
        assertThat(running.value.storage()[0]).isCloseTo(10.9f, within(2e-3f))
                .isCloseTo((float) average(0.999, 0, weights), within(2e-6f));
    }

    @Test
    void theFirstWeightsCountNineTenths() {
        assertThat(new Running(0.999, new float[] {1}, new float[] {3}).after(1, 0)[0]).isEqualTo(2.8f);
        assertThat(new Running(0.05, new float[] {1}, new float[] {3}).after(1, 0)[0]).isEqualTo(2.9f);
    }

    /// What is left of the way after 32 / (1 − δ) steps is e⁻³² of it, 10⁻¹⁴.
    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.999, 0.9999, 0.99999})
    void aGoalThatStaysIsReachedToTheBit(double decay) {
        long steps = (long) (32 / (1 - decay));

        assertThat(new Running(decay, new float[GOALS.length], GOALS).after(steps, LATE)).containsExactly(GOALS);
    }

    /// What stood here before: it stops where a step is lost in rounding, and its shares do not add up to 1.
    @Test
    void thePlainFormulaInFloatStopsShortAndDrifts() {
        float far = 0;
        float same = 7.7f;
        for (int t = 0; t < 1_000_000; t++) {
            far = far * 0.9999f + (float) (1 - 0.9999) / 3;
            same = same * 0.99999f + 7.7f * (float) (1 - 0.99999);
        }

        assertThat(Math.abs(far - 1 / 3f)).isGreaterThan(3e-5f);
        assertThat(Math.abs(same - 7.7f)).isGreaterThan(1e-5f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.999, 0.99999})
    void theAverageOfAConstantDoesNotDriftInAMillionSteps(double decay) {
        assertThat(new Running(decay, GOALS, GOALS).after(1_000_000, LATE)).containsExactly(GOALS);
    }

    /// A million steps of 2⁻²⁴ go 5.8 % of the way.
    @Test
    void theLargestDecayMovesAndOneNearerToOneIsRefused() {
        float moved = new Running(LARGEST, new float[] {1}, new float[] {2}).after(1_000_000, LATE)[0];

        assertThat(moved - 1).isCloseTo((float) -Math.expm1(-1e6 * 0x1p-24), within(1e-6f));
        assertThatThrownBy(() -> new WeightAverage(Math.nextUp(LARGEST)))
                .hasMessage("weight average: decay is 0.9999999403953553, by which an average in single precision"
                        + " cannot move; it must be at most 1 − 2⁻²⁴, 0.9999999403953552");
    }
}
