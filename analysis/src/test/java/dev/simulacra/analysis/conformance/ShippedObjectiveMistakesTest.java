package dev.simulacra.analysis.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.Objective;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.Minimax;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.game.objective.SmoothedLabels;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/// Mistakes in objectives that other GAN libraries have shipped, each planted here and rejected by [ObjectiveCheck].
class ShippedObjectiveMistakesTest {
    private final Minimax minimax = new Minimax(new LogProbability.FromLogits());
    private final NonSaturating nonSaturating = new NonSaturating(new LogProbability.FromLogits());
    private final Objective paired = new RelativisticPaired();

    @Test
    void aRelativisticLossComputedAndThenOverwritten() {
        accepts(paired, paired::value, paired::generatorLoss);
        rejects(paired, nonSaturating::value, nonSaturating::generatorLoss);
        rejects(paired, paired::value, nonSaturating::generatorLoss);
        rejects(paired, nonSaturating::value, paired::generatorLoss);
    }

    /// The label .875, so that the best D is `.875 p/(p + q)`.
    @Test
    void labelsSmoothedByDefault() {
        Objective smoothed = new SmoothedLabels(nonSaturating, 0.875);

        accepts(nonSaturating, nonSaturating::value, nonSaturating::generatorLoss);
        rejects(nonSaturating, smoothed::value, smoothed::generatorLoss);
        accepts(smoothed, smoothed::value, smoothed::generatorLoss);
    }

    @Test
    void aMinimaxGeneratorLossThatIsTheNonSaturatingOne() {
        accepts(minimax, minimax::value, minimax::generatorLoss);
        rejects(minimax, minimax::value, nonSaturating::generatorLoss);
    }

    /// The certificate sees an ε of 10⁻³; one of 10⁻⁸ shows where D is certain: the generator of a rejected sample gets
    /// no gradient.
    @Test
    void aLogarithmOfTheSigmoidPlusEpsilon() {
        Objective guarded = new NonSaturating(new LogProbability.WithEpsilon(1e-3));
        rejects(nonSaturating, guarded::value, guarded::generatorLoss);

        Tensor rejected = Tensor.table("rejected", Shape.of(1, 1), -100);
        Objective small = new NonSaturating(new LogProbability.WithEpsilon(1e-8));
        assertThat(slope(nonSaturating, rejected)).isCloseTo(-1, within(1e-12));
        assertThat(slope(small, rejected)).isNotCloseTo(-1, within(0.5));
    }

    @Test
    void theLogarithmOfDWeighted95Percent() {
        rejects(minimax, (real, fake) -> real.negate().softplus().mean().times(-0.95)
                .minus(fake.softplus().mean()), minimax::generatorLoss);
    }

    private static void accepts(
            Objective objective, BinaryOperator<Tensor> value, BinaryOperator<Tensor> generatorLoss) {
        assertThat(ObjectiveCheck.of("as it is", objective, value, generatorLoss).passed()).isTrue();
    }

    private static void rejects(
            Objective objective, BinaryOperator<Tensor> value, BinaryOperator<Tensor> generatorLoss) {
        assertThat(ObjectiveCheck.of("planted", objective, value, generatorLoss).passed()).isFalse();
    }

    private static double slope(Objective objective, Tensor logit) {
        return value(Gradients.of(objective.generatorLoss(logit, logit), logit).sum());
    }

    private static double value(Tensor tensor) {
        return Reference.create().scalar(tensor);
    }
}
