package dev.simulacra.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.Logarithm;
import dev.simulacra.game.Objective;
import dev.simulacra.game.VariationalDivergence;
import dev.simulacra.game.VariationalDivergence.Kind;
import dev.simulacra.tensor.Tensor;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/// The losses are what their sources say, and mistakes that other libraries have shipped are not.
class ConformanceTest {
    private final Objective minimax = new Objective.Minimax(new Logarithm.FromLogits());
    private final Objective nonSaturating = new Objective.NonSaturating(new Logarithm.FromLogits());
    private final Objective paired = new Objective.RelativisticPaired();

    @Test
    void everyObjectiveIsWhatItsSourceSays() {
        assertThat(Conformance.all()).hasSize(6 + 2 * Kind.values().length).allMatch(Conformance::passed);
    }

    @Test
    void labelsSmoothedUnasked() {
        rejects(nonSaturating, (real, fake) -> nonSaturating.value(real, fake).times(1)
                .plus(real.softplus().mean().times(-0.125))
                .plus(real.negate().softplus().mean().times(0.125)), nonSaturating::generatorLoss);
    }

    @Test
    void theLogarithmOfDWeighted95Percent() {
        rejects(minimax, (real, fake) -> real.negate().softplus().mean().times(-0.95)
                .minus(fake.softplus().mean()), minimax::generatorLoss);
    }

    @Test
    void aMinimaxGeneratorThatIsTheNonSaturatingOne() {
        rejects(minimax, minimax::value, nonSaturating::generatorLoss);
    }

    @Test
    void aLogarithmWithEpsilon() {
        Objective guarded = new Objective.NonSaturating(new Logarithm.WithEpsilon(1e-3));

        rejects(nonSaturating, guarded::value, guarded::generatorLoss);
    }

    @Test
    void aRelativisticLossComputedAndThenOverwritten() {
        rejects(paired, nonSaturating::value, nonSaturating::generatorLoss);
        rejects(paired, paired::value, nonSaturating::generatorLoss);
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

    /// Over points one apart on a line, the best 1-Lipschitz output rises or falls by 1 from each point to the next,
    /// and the value is the area between the distribution functions.
    @Test
    void theWassersteinObjectiveIsTheDistance() {
        Objective wasserstein = new Objective.Wasserstein();
        int[] p = {4, 1, 2, 1};
        int[] q = {1, 3, 1, 3};
        DiscreteGame game = new DiscreteGame(p, q, wasserstein::value, wasserstein::generatorLoss);
        double distance = 0;
        double[] logits = new double[4];
        double ahead = 0;
        for (int k = 0; k < 3; k++) {
            ahead += (p[k] - q[k]) / 8.0;
            distance += Math.abs(ahead);
            logits[k + 1] = logits[k] - Math.signum(ahead);
        }

        assertThat(distance).isEqualTo((3 + 1 + 2) / 8.0);
        assertThat(game.value(logits)).isCloseTo(distance, within(1e-12));
        assertThat(game.generatorSlopes(logits)).containsExactly(new double[] {-1, -1, -1, -1}, within(1e-12));
    }

    /// No closed form is known of its best discriminator; its losses are compared with the plain sums.
    @Test
    void theRelativisticAverageIsWhatItsSourceSays() {
        Objective average = new Objective.RelativisticAverage();
        int[] p = {3, 1, 2};
        int[] q = {1, 3, 2};
        double[] logits = {0.7, -1.2, 0.1};
        double meanP = (3 * 0.7 - 1.2 + 2 * 0.1) / 6;
        double meanQ = (0.7 - 3 * 1.2 + 2 * 0.1) / 6;
        double value = 0;
        double below = 0;
        for (int k = 0; k < 3; k++) {
            value += p[k] / 6.0 * Math.log(sigmoid(logits[k] - meanQ))
                    + q[k] / 6.0 * Math.log(1 - sigmoid(logits[k] - meanP));
            below += p[k] / 6.0 * sigmoid(logits[k] - meanQ);
        }

        DiscreteGame game = new DiscreteGame(p, q, average::value, average::generatorLoss);

        assertThat(game.value(logits)).isCloseTo(value, within(1e-12));
        double[] slopes = game.generatorSlopes(logits);
        for (int k = 0; k < 3; k++) {
            assertThat(slopes[k]).isCloseTo(-below - sigmoid(meanP - logits[k]), within(1e-12));
        }
    }

    /// At p = q the best discriminator says nothing, and the losses are the stated optima.
    @Test
    void whereSamplesAreLikeDataTheLossesAreTheirOptima() {
        int[] same = {1, 2, 3};
        Conformance.objectives().forEach((name, objective) -> {
            DiscreteGame game = new DiscreteGame(same, same, objective::value, objective::generatorLoss);
            double[] logits = game.optimalLogits(objective instanceof Objective.RelativisticPaired);

            assertThat(game.value(logits)).as(name).isCloseTo(objective.valueOptimum(), within(1e-9));
        });
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static void rejects(
            Objective objective, BinaryOperator<Tensor> value, BinaryOperator<Tensor> generatorLoss) {
        assertThat(Conformance.of("planted", objective, value, generatorLoss).passed()).isFalse();
    }
}
