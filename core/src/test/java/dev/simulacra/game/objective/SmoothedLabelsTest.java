package dev.simulacra.game.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.Objective;
import dev.simulacra.game.objective.VariationalDivergence.Kind;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SmoothedLabelsTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private final Tensor real = Tensor.table("real", Shape.of(2, 1), 2, -1);
    private final Tensor fake = Tensor.table("fake", Shape.of(2, 1), .5f, -3);
    private final CrossEntropy minimax = new Minimax(new LogProbability.FromLogits());
    private final CrossEntropy nonSaturating = new NonSaturating(new LogProbability.FromLogits());

    @Test
    void largeLogitsOnDataArePaidFor() {
        // the mean logit on data is ½
        assertThat(value(new SmoothedLabels(minimax, 0.75).value(real, fake)))
                .isCloseTo(value(minimax.value(real, fake)) - 0.25 * 0.5, EXACT);
        assertThat(value(new SmoothedLabels(nonSaturating, 0.75).value(real, fake)))
                .isCloseTo(value(minimax.value(real, fake)) - 0.25 * 0.5, EXACT);
    }

    @Test
    void theGeneratorGoesOnAsItDid() {
        assertThat(value(new SmoothedLabels(minimax, 0.75).generatorLoss(real, fake)))
                .isEqualTo(value(minimax.generatorLoss(real, fake)));
        assertThat(value(new SmoothedLabels(nonSaturating, 0.75).generatorLoss(real, fake)))
                .isEqualTo(value(nonSaturating.generatorLoss(real, fake)));
    }

    @Test
    void aLabelOfOneSmoothsNothing() {
        SmoothedLabels one = new SmoothedLabels(minimax, 1);

        assertThat(value(one.value(real, fake))).isEqualTo(value(minimax.value(real, fake)));
        assertThat(one.valueOptimum()).isCloseTo(minimax.valueOptimum(), EXACT);
        assertThat(one.generatorOptimum()).isCloseTo(minimax.generatorOptimum(), EXACT);
    }

    /// With the label ½ that is D = ¼ at p = q, the logit −ln 3.
    @Test
    void whereSamplesAreLikeDataTheBestDiscriminatorSaysHalfTheLabel() {
        Tensor logits = Tensor.input("logits", Shape.of(4, 1));
        double[] quarter = {-Math.log(3), -Math.log(3), -Math.log(3), -Math.log(3)};
        Reference at = Reference.create().with(logits, quarter);
        for (CrossEntropy objective : new CrossEntropy[] {minimax, nonSaturating}) {
            SmoothedLabels smoothed = new SmoothedLabels(objective, 0.5);

            assertThat(at.value(smoothed.output(logits))).containsExactly(new double[] {.25, .25, .25, .25}, EXACT);
            assertThat(at.value(Gradients.of(smoothed.value(logits, logits), logits)))
                    .containsExactly(new double[4], EXACT);
            assertThat(at.scalar(smoothed.value(logits, logits))).isCloseTo(smoothed.valueOptimum(), EXACT);
            assertThat(at.scalar(smoothed.generatorLoss(logits, logits)))
                    .isCloseTo(smoothed.generatorOptimum(), EXACT);
        }
    }

    @Test
    void aLabelOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new SmoothedLabels(minimax, 0))
                .hasMessage("label smoothing: the label is 0.0, it must be above 0 and at most 1");
        assertThatThrownBy(() -> new SmoothedLabels(minimax, 1.1))
                .hasMessage("label smoothing: the label is 1.1, it must be above 0 and at most 1");
    }

    private static double value(Tensor tensor) {
        return Reference.create().scalar(tensor);
    }
}
