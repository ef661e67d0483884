package dev.simulacra.experiments.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.experiments.figure.DiscriminatorMap;
import dev.simulacra.game.Objective;
import dev.simulacra.game.objective.CrossEntropy;
import dev.simulacra.game.objective.Hinge;
import dev.simulacra.game.objective.LeastSquares;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.Minimax;
import dev.simulacra.game.objective.RelativisticAverage;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.game.objective.SmoothedLabels;
import dev.simulacra.game.objective.VariationalDivergence;
import dev.simulacra.game.objective.VariationalDivergence.Kind;
import dev.simulacra.game.objective.Wasserstein;
import dev.simulacra.runs.Measurement;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscriminatorOutputTest {
    private static final CrossEntropy MINIMAX = new Minimax(new LogProbability.FromLogits());

    private static ScoredSamples judged(float... logits) {
        return new ScoredSamples(new float[logits.length], logits, new float[logits.length], 1);
    }

    /// The distance of logits of 0 on data and 1 on samples.
    private static List<Measurement> distance(Objective objective) {
        return DiscriminatorOutput.distance(objective, judged(0, 0), judged(1, 1));
    }

    private static void requireDistance(Objective objective, String name, double value) {
        assertThat(distance(objective)).singleElement().satisfies(measurement -> {
            assertThat(measurement.name()).isEqualTo(name);
            assertThat(measurement.value()).isCloseTo(value, within(1e-7));
            assertThat(measurement.yardstick()).isZero();
        });
    }

    /// `σ(1) = 0.7310586`.
    @Test
    void theOutputIsHeldAgainstItsValueAtEquilibrium() {
        requireDistance(MINIMAX, "mean |D − ½|", 0.2310586 / 2);
        requireDistance(new SmoothedLabels(MINIMAX, 0.9), "mean |D − 0.45|", (0.05 + 0.2810586) / 2);
        requireDistance(new LeastSquares(0, 1, 1), "mean |D − ½|", 0.5);
        requireDistance(new LeastSquares(-1, 1, 0), "mean |D|", 0.5);
        requireDistance(new VariationalDivergence(Kind.KULLBACK_LEIBLER, false), "mean |D − 1|", 0.5);
        requireDistance(new VariationalDivergence(Kind.REVERSE_KULLBACK_LEIBLER, false), "mean |D + 1|",
                (1 - Math.exp(-1)) / 2);
    }

    @Test
    void aLevelThatSaysNothingIsNotReported() {
        for (Objective objective : List.of(new RelativisticPaired(), new RelativisticAverage(), new Wasserstein(),
                new Hinge(), new VariationalDivergence(VariationalDivergence.Kind.TOTAL_VARIATION, false))) {
            assertThat(distance(objective)).as(objective.toString()).isEmpty();
        }
    }

    @Test
    void aCriticIsDrawnWithoutItsLevel() {
        DiscriminatorMap critic =
                DiscriminatorOutput.verdict(new RelativisticPaired(), rows -> new float[] {7, 8, 9}, 0, 0, 0);
        DiscriminatorMap squares =
                DiscriminatorOutput.verdict(new LeastSquares(0, 1, 1), rows -> new float[] {7, 8, 9});

        assertThat(critic.isProbability()).isFalse();
        assertThat(critic.title()).isEqualTo("Critic ℓ(x), less its median");
        assertThat(critic.values().apply(new float[6])).containsExactly(-1, 0, 1);
        assertThat(squares.title()).isEqualTo("D − 0.5, 0 at equilibrium");
        assertThat(squares.values().apply(new float[6])).containsExactly(6.5f, 7.5f, 8.5f);
        assertThat(DiscriminatorOutput.verdict(MINIMAX, rows -> new float[] {0}).values().apply(new float[2]))
                .containsExactly(0.5f);
    }
}
