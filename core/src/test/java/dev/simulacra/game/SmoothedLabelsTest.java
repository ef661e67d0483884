package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.VariationalDivergence.Kind;
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
    private final Objective minimax = new Objective.Minimax(new LogProbability.FromLogits());
    private final Objective nonSaturating = new Objective.NonSaturating(new LogProbability.FromLogits());

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
        Objective one = new SmoothedLabels(minimax, 1);

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
        for (Objective objective : new Objective[] {minimax, nonSaturating}) {
            Objective smoothed = new SmoothedLabels(objective, 0.5);

            assertThat(at.value(smoothed.output(logits))).containsExactly(new double[] {.25, .25, .25, .25}, EXACT);
            assertThat(at.value(Gradients.of(smoothed.value(logits, logits), logits)))
                    .containsExactly(new double[4], EXACT);
            assertThat(at.scalar(smoothed.value(logits, logits))).isCloseTo(smoothed.valueOptimum(), EXACT);
            assertThat(at.scalar(smoothed.generatorLoss(logits, logits)))
                    .isCloseTo(smoothed.generatorOptimum(), EXACT);
        }
    }

    @Test
    void whatHasNoLabelToSmoothIsRefused() {
        assertThatThrownBy(() -> new SmoothedLabels(new Objective.LeastSquares(0, 1, 1), 0.9))
                .hasMessage("label smoothing: least squares has labels as numbers; choose its label b instead");
        assertThatThrownBy(() -> new SmoothedLabels(new SmoothedLabels(minimax, 0.9), 0.9))
                .hasMessage("label smoothing: its labels are smoothed already; multiply the two labels");
        assertThatThrownBy(() -> new SmoothedLabels(new Objective.Hinge(), 0.9))
                .hasMessage("label smoothing: the hinge has no probability that an example is data, and so no label to"
                        + " smooth; use minimax or non-saturating");
        assertThatThrownBy(() -> new SmoothedLabels(new VariationalDivergence(Kind.PEARSON, true), 0.9))
                .hasMessageContaining("label smoothing: a variational divergence has no probability");
        assertThatThrownBy(() -> new SmoothedLabels(minimax, 0))
                .hasMessage("label smoothing: the label is 0.0, it must be above 0 and at most 1");
        assertThatThrownBy(() -> new SmoothedLabels(minimax, 1.1))
                .hasMessage("label smoothing: the label is 1.1, it must be above 0 and at most 1");
    }

    private static double value(Tensor tensor) {
        return Reference.create().scalar(tensor);
    }
}
