package dev.simulacra.analysis.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.Objective;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.Minimax;
import dev.simulacra.game.objective.RelativisticAverage;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.game.objective.SmoothedLabels;
import dev.simulacra.game.objective.VariationalDivergence;
import dev.simulacra.game.objective.VariationalDivergence.Kind;
import dev.simulacra.game.objective.Wasserstein;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/// The losses are what their sources say, and mistaken ones are not; those that other libraries have shipped are in
/// `dev.simulacra.game.ShippedMistakesTest`.
class ObjectiveCheckTest {
    private final Minimax minimax = new Minimax(new LogProbability.FromLogits());
    private final Objective wasserstein = new Wasserstein();
    private final Objective average = new RelativisticAverage();

    @Test
    void everyObjectiveIsWhatItsSourceSays() {
        assertThat(ObjectiveCheck.all()).hasSize(10 + 2 * Kind.values().length).allMatch(ObjectiveCheck::passed);
    }

    @Test
    void dataAndSamplesSwapped() {
        rejects(minimax, (real, fake) -> minimax.value(fake, real), minimax::generatorLoss);
    }

    @Test
    void aConjugateOfAnotherDivergence() {
        Objective forward = new VariationalDivergence(Kind.KULLBACK_LEIBLER, true);
        Objective backward = new VariationalDivergence(Kind.REVERSE_KULLBACK_LEIBLER, true);

        rejects(forward, backward::value, backward::generatorLoss);
        rejects(forward, (real, fake) -> real.mean().minus(fake.exp().mean()), forward::generatorLoss);
    }

    @Test
    void labelsSmoothedOnBothSides() {
        Objective smoothed = new SmoothedLabels(minimax, 0.9);

        rejects(smoothed, (real, fake) -> smoothed.value(real, fake).plus(fake.mean().times(0.1)),
                smoothed::generatorLoss);
        rejects(smoothed, minimax::value, minimax::generatorLoss);
    }

    @Test
    void aCriticWithASigmoid() {
        rejects(wasserstein, (real, fake) -> wasserstein.value(real.sigmoid(), fake.sigmoid()),
                wasserstein::generatorLoss);
        rejects(wasserstein, (real, fake) -> wasserstein.value(fake, real), wasserstein::generatorLoss);
        rejects(wasserstein, wasserstein::value, (real, fake) -> wasserstein.generatorLoss(real, fake.sigmoid()));
    }

    /// At p = q and its best discriminator the value of the plain objective is the same; elsewhere it is not.
    @Test
    void anAverageThatLooksAtOneSideAlone() {
        Objective paired = new RelativisticPaired();

        rejects(average, minimax::value, average::generatorLoss);
        rejects(average, paired::value, average::generatorLoss);
        rejects(average, (real, fake) -> average.value(real, fake).times(0.5), average::generatorLoss);
        rejects(average, average::value, paired::generatorLoss);
        // the averages taken of the wrong side
        rejects(average, (real, fake) -> real.mean().minus(real).softplus().mean()
                .plus(fake.minus(fake.mean()).softplus().mean()).negate(), average::generatorLoss);
    }

    /// Of data (4, 1, 2, 1)/8 and samples (1, 3, 1, 3)/8 one apart: 3/8 of the earth goes a step, then 1/8, then 2/8.
    @Test
    void theWassersteinObjectiveIsTheDistance() {
        int[] p = {4, 1, 2, 1};
        int[] q = {1, 3, 1, 3};
        DiscreteGame game = new DiscreteGame(p, q, wasserstein::value, wasserstein::generatorLoss);
        double[] logits = game.optimalLogits(DiscreteGame.Discriminators.LIPSCHITZ);

        assertThat(logits).containsExactly(new double[] {0, -1, -2, -3}, within(1e-12));
        assertThat(game.value(logits)).isCloseTo((3 + 1 + 2) / 8.0, within(1e-12));
        assertThat(ClosedFormOptimum.of(wasserstein, DiscreteGame.probabilities(p), DiscreteGame.probabilities(q))
                .value())
                .isCloseTo((3 + 1 + 2) / 8.0, within(1e-12));
    }

    @Test
    void theRelativisticAveragesOptimumIsKnownWhereSamplesAreLikeDataAlone() {
        assertThatThrownBy(() -> ClosedFormOptimum.of(average, new double[] {.5, .5}, new double[] {.25, .75}))
                .hasMessage("optimum: that of the relativistic average is known in closed form only where p = q,"
                        + " not where p is [0.5, 0.5] and q [0.25, 0.75]");
    }

    /// At p = q a best discriminator is found without knowing it, and both losses there are the stated optima. Where
    /// one that outputs 0 everywhere is as good, that one is meant: its constant is free.
    @Test
    void whereSamplesAreLikeDataTheLossesAreTheirOptima() {
        int[] same = {1, 2, 3};
        ObjectiveCheck.objectives().forEach((name, objective) -> {
            DiscreteGame game = new DiscreteGame(same, same, objective::value, objective::generatorLoss);
            DiscreteGame ofG = new DiscreteGame(same, same, objective::generatorLoss, objective::generatorLoss);
            double[] found = game.optimalLogits(ObjectiveCheck.discriminators(objective));
            double[] zero = new double[same.length];
            double[] logits = game.value(zero) > game.value(found) - 1e-12 ? zero : found;

            assertThat(game.value(logits)).as(name).isCloseTo(objective.valueOptimum(), within(1e-9));
            assertThat(ofG.value(logits)).as(name).isCloseTo(objective.generatorOptimum(), within(1e-9));
        });
    }

    /// At p = q a discriminator at its best can neither win nor lose by moving, so a generator that foresees its moves
    /// has no reason to leave. J(G) without its part on data would give one.
    @Test
    void whereSamplesAreLikeDataBothPartsOfTheGeneratorsLossWeighEachOtherUp() {
        int[] same = {1, 2, 3};
        ObjectiveCheck.objectives().forEach((name, objective) -> {
            double[] logits = bestLogits(objective, same, same);

            assertThat(slopes(same, whole(objective), logits)).as(name).containsExactly(new double[3], within(1e-7));
        });
        for (Objective objective : List.of(minimax, wasserstein)) {
            assertThat(slopes(same, objective::generatorLoss, bestLogits(objective, same, same))[2])
                    .isLessThan(-0.1);
        }
    }

    /// What a generator descends that foresees the discriminator to the end is a divergence, but for a constant.
    @Test
    void againstTheBestDiscriminatorBothPartsAreLeastWhereSamplesAreLikeData() {
        int[] p = {6, 3, 2, 1};
        ObjectiveCheck.objectives().forEach((name, objective) -> {
            double least = atBest(objective, p, p);
            for (int[] q : List.of(new int[] {1, 2, 3, 6}, new int[] {5, 4, 2, 1}, new int[] {3, 3, 3, 3})) {
                assertThat(atBest(objective, p, q)).as(name).isGreaterThan(least + 1e-4);
            }
        });
    }

    private static double atBest(Objective objective, int[] p, int[] q) {
        return new DiscreteGame(p, q, whole(objective), objective::generatorLoss)
                .value(bestLogits(objective, p, q));
    }

    private static BinaryOperator<Tensor> whole(Objective objective) {
        return (real, fake) -> objective.generatorLoss(real, fake).plus(objective.generatorLossOnData(real));
    }

    private static double[] bestLogits(Objective objective, int[] p, int[] q) {
        return new DiscreteGame(p, q, objective::value, objective::generatorLoss)
                .optimalLogits(ObjectiveCheck.discriminators(objective));
    }

    /// The derivatives of `loss` in each logit, by central differences.
    private static double[] slopes(int[] same, BinaryOperator<Tensor> loss, double... logits) {
        DiscreteGame game = new DiscreteGame(same, same, loss, loss);
        double h = 1e-4;
        double[] slopes = new double[logits.length];
        for (int k = 0; k < slopes.length; k++) {
            double[] above = logits.clone();
            double[] below = logits.clone();
            above[k] += h;
            below[k] -= h;
            slopes[k] = (game.value(above) - game.value(below)) / (2 * h);
        }
        return slopes;
    }

    private static void rejects(
            Objective objective, BinaryOperator<Tensor> value, BinaryOperator<Tensor> generatorLoss) {
        assertThat(ObjectiveCheck.of("planted", objective, value, generatorLoss).passed()).isFalse();
    }
}
