package dev.simulacra.game.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.Standardization;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Order;
import dev.simulacra.game.Penalty;
import dev.simulacra.game.Player;
import dev.simulacra.game.Samples;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.CrossEntropy;
import dev.simulacra.game.objective.Hinge;
import dev.simulacra.game.objective.LeastSquares;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.Minimax;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.objective.RelativisticAverage;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.game.objective.SmoothedLabels;
import dev.simulacra.game.objective.VariationalDivergence;
import dev.simulacra.game.objective.Wasserstein;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.order.Consensus;
import dev.simulacra.game.order.Extragradient;
import dev.simulacra.game.order.SharedNoise;
import dev.simulacra.game.order.Simultaneous;
import dev.simulacra.game.penalty.Dragan;
import dev.simulacra.game.penalty.GradientPenalty;
import dev.simulacra.game.penalty.OneSidedGradientPenalty;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Clipped;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.optim.Momentum;
import dev.simulacra.optim.Optimistic;
import dev.simulacra.optim.RmsProp;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.Sgd;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.tensor.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Any objective with any stabilizers and any order of moves is a game, or a clear refusal.
class GameSettingsTest {
    private static final int STEPS = 3;
    private static final CrossEntropy NON_SATURATING = new NonSaturating(new LogProbability.FromLogits());
    private static final Schedule FALLING = Schedule.Exponential.halving(0.1, 100, 0.001);
    private static final LearningRule ADAM = new Adam(0.5, 0.9, 1e-8);

    private static final List<Order> ORDERS = List.of(
            new Alternating(2), new Alternating(1, 2), new SharedNoise(), new Simultaneous(), new Extragradient(),
            new Consensus(0.1));
    private static final List<List<Penalty>> PENALTIES = List.of(
            List.of(new R1(FALLING), new R2(FALLING)), List.of(new R1(0.1)), List.of(new GradientPenalty(0.1)),
            List.of(new OneSidedGradientPenalty(0.1)), List.of(new Dragan(0.1, 0.5)));
    private static final List<Regularization> REGULARIZATIONS = List.of(
            Regularization.none(), Regularization.spectralNormalization(),
            new Regularization(false, new Schedule.LinearRamp(0.5, 0, 0, STEPS), 2));
    private static final List<LearningRule> RULES = List.of(
            ADAM, new Optimistic(ADAM), new Sgd(), new Optimistic(new Sgd()), Momentum.heavyBall(0.5),
            new RmsProp(0.9, 1e-8));

    static Stream<Objective> everyObjectiveIsPlayedInEveryOrderWithEveryStabilizer() {
        Stream<Objective> others = Stream.of(new Minimax(new LogProbability.FromLogits()), NON_SATURATING,
                new LeastSquares(0, 1, 1), new LeastSquares(-1, 1, 0), new Hinge(), new Wasserstein(),
                new RelativisticPaired(), new RelativisticAverage(), new SmoothedLabels(NON_SATURATING, 0.9));
        return Stream.concat(others, Stream.of(VariationalDivergence.Kind.values())
                .map(kind -> new VariationalDivergence(kind, kind.ordinal() % 2 == 0)));
    }

    @ParameterizedTest
    @MethodSource
    void everyObjectiveIsPlayedInEveryOrderWithEveryStabilizer(Objective objective) {
        int next = Math.floorMod(objective.toString().hashCode(), 30);
        for (Order order : ORDERS) {
            for (Regularization regularization : REGULARIZATIONS) {
                LearningRule rule = RULES.get(next % RULES.size());
                boolean clips = next % 2 == 0 && !regularization.spectral();
                List<Penalty> penalties = PENALTIES.get(next++ % PENALTIES.size());
                requireMoves(new GameSettings(objective, 8, order, player(rule, 2e-3),
                        player(clips ? new Clipped(rule, 0.5) : rule, 1e-3), penalties, regularization));
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    void everyNamedGameIsPlayed(GameSettings game) {
        requireMoves(game);
    }

    static Stream<GameSettings> everyNamedGameIsPlayed() {
        return Presets.all(STEPS).values().stream();
    }

    @Test
    void aHalvingScheduleFallsByHalfInAHalfLifeAndNotBelowItsFloor() {
        Schedule gamma = Schedule.Exponential.halving(0.8, 100, 0.1);

        assertThat(gamma.at(0)).isEqualTo(0.8);
        assertThat(gamma.at(100)).isCloseTo(0.4, within(1e-14));
        assertThat(gamma.at(200)).isCloseTo(0.2, within(1e-14));
        assertThat(gamma.at(400)).isEqualTo(0.1);
    }

    @Test
    void ratesAreHeldForTheirStepsOrForThreeTenthsOfAShorterRunAndEndAtTheShareThatIsLeft() {
        Map.of(1000, 30, 100, 30, 50, 15, 10, 3).forEach((steps, held) -> {
            Schedule rate = Presets.heldThenCosine(2e-3, 0.1, 30, steps);

            assertThat(rate.at(held)).isEqualTo(2e-3);
            assertThat(rate.at(held + 1)).isLessThan(2e-3);
            assertThat(rate.at(steps)).isEqualTo(2e-4);
        });
    }

    /// A game made for one length and stretched to another is the game made for the other.
    @Test
    void schedulesThatEndWithTheRunAreStretchedWithIt() {
        assertThat(Presets.modern(60_000).stretched(60_000, 300)).isEqualTo(Presets.modern(300));
        assertThat(Presets.plain().stretched(100, 200)).isEqualTo(Presets.plain());
        assertThat(Regularization.noise(0.1, 100).stretched(100, 50)).isEqualTo(Regularization.noise(0.1, 50));
        Schedule elsewhere = new Schedule.LinearRamp(1, 0, 0, 40);
        assertThat(elsewhere.stretched(100, 200)).isEqualTo(elsewhere);
    }

    @Test
    void whatMakesNoSenseIsRefusedInOneSentence() {
        requireRefused(() -> plain().with(new Wasserstein()), "game: nothing bounds the slope of the critic, "
                + "without which the Wasserstein objective has no maximum");
        requireRefused(() -> plain().with(Regularization.packs(5)),
                "game: a minibatch of 8 is not a number of whole packs of 5");
        requireRefused(() -> Regularization.packs(0), "regularization: pack is 0, it must be at least 1");
        requireRefused(() -> Presets.wgan().with(Regularization.spectralNormalization()),
                "game: clipped weights and spectral normalization");
        requireRefused(() -> plain().withMinibatch(0), "game: minibatch is 0, it must be at least 1");
        requireRefused(() -> Regularization.noise(-0.1, 10), "instanceNoise goes from -0.1 to 0.0");
    }

    /// The modern game on rows of the user's own.
    @Test
    void rowsInMemoryAreLearnedInFiveLines() {
        float[] drawn = Gaussian.of(new double[][] {{1, 2, 0}, {0, 1, 1}, {0, 0, 1}}, 5, 6, 7).rows(1, "mine", 500);
        double[] rows = new double[drawn.length];
        Arrays.setAll(rows, i -> drawn[i]);
        long steps = 200;

        Standardization units = Standardization.of(3, rows);
        GameSettings modern = Presets.modern(steps);
        Generator generator = Presets.generator(3, 32, 2, 1);
        Training training = modern.training(new Dataset("mine", 500, 3, units.apply(rows)), generator,
                modern.discriminator(3, 32, 2, Perceptron.spread(new Activation.LeakyRelu(0.2)), 1), 1, 2);
        training.run(steps, steps, _ -> {});

        float[] samples = Samples.of(generator.distribution(training::averaged), "samples", 1, 2).rows(0, 1000);
        assertThat(training.completed()).isEqualTo(steps);
        for (float value : samples) {
            assertThat(value).isFinite();
        }
    }

    private static GameSettings plain() {
        return Presets.plain().withMinibatch(8);
    }

    private static Player.Optimization player(LearningRule rule, double rate) {
        return new Player.Optimization(rule, new Schedule.Cosine(rate, rate / 2, STEPS), new WeightAverage(0.9));
    }

    private static void requireRefused(ThrowingCallable impossible, String words) {
        assertThatThrownBy(impossible).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }

    /// Both players move, and no value is left that is not finite.
    private static void requireMoves(GameSettings game) {
        Perceptron design = Perceptron.xavier(new Activation.LeakyRelu(0.2));
        Generator generator =
                new Generator(design.create("generator", 1, 2, 4, 2), Gaussian.isotropic(2, 1), 2);
        Discriminator discriminator = game.discriminator(2, 4, 1, design, 1);
        List<float[]> before = weights(generator, discriminator);
        Training training = game.training(Gaussian.isotropic(2, 1), generator, discriminator, 1, 1);

        training.run(STEPS, STEPS, _ -> {});

        List<float[]> after = weights(generator, discriminator);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).as("%s in %s", i, game).isNotEqualTo(before.get(i));
        }
        training.state().forEach(p -> {
            for (float value : p.storage()) {
                assertThat(value).as("%s in %s", p, game).isFinite();
            }
        });
    }

    private static List<float[]> weights(Generator generator, Discriminator discriminator) {
        List<float[]> weights = new ArrayList<>();
        for (Parameter p : generator.network().parameters()) {
            weights.add(p.storage().clone());
        }
        weights.add(discriminator.network().parameters().getFirst().storage().clone());
        return weights;
    }
}
