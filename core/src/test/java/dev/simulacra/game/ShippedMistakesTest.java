package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.penalty.GradientPenalty;
import dev.simulacra.nn.BatchNorm;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Sequential;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.Sgd;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Mistakes that other GAN libraries have shipped, each planted here and caught. Those in objectives are rejected by
/// the conformance check of the module analysis.
class ShippedMistakesTest {
    private static final long SEED = 7;
    private static final Schedule RATE = new Schedule.LinearRamp(0.02, 0, 0, 20);

    /// Of logits `|x|²/2` the norm at x is `|x|`. Compare [PenaltyTest].
    @Test
    void oneGradientPenaltyNormOverTheWholeBatch() {
        Tensor x = Tensor.table("x", Shape.of(2, 2), 3, 4, 0, 2);
        Tensor logits = x.square().sumTo(Shape.of(2, 1)).times(0.5);
        DiscriminatorScores same = new DiscriminatorScores.SeparateBatches(
                x, x, logits, logits, y -> y.square().sumTo(Shape.of(2, 1)).times(0.5));
        double expected = ((5 - 1) * (5 - 1) + (2 - 1) * (2 - 1)) / 2.0;
        Tensor mistaken = Gradients.of(logits.sum(), x).square().sum().sqrt().minus(1).square();

        assertThat(value(new GradientPenalty(1).of(same))).isCloseTo(expected, within(1e-9));
        assertThat(value(mistaken)).isNotCloseTo(expected, within(1.0));
    }

    /// `BatchNorm1d(width, 0.8)` sets ε: a column of variance σ² comes out with `σ²/(σ² + 0.8)` instead of 1.
    @Test
    void batchNormalizationsEpsilonWhereMomentumWasMeant() {
        assertThat(varianceAfter(BatchNorm.create("norm", 1))).isCloseTo(1, within(1e-3));
        assertThat(varianceAfter(BatchNorm.create("norm", 1, 0.8, 0.1))).isNotCloseTo(1, within(0.3));
    }

    private static double varianceAfter(BatchNorm norm) {
        Tensor x = Tensor.draw("x", new Law.Normal(), Shape.of(64, 1)).plus(3);
        return value(norm.apply(x, ForwardPass.training("d")).square().mean());
    }

    private static double slope(Objective objective, Tensor logit) {
        return value(Gradients.of(objective.generatorLoss(logit, logit), logit).sum());
    }

    /// Both players stand still, so the report can be computed beside it.
    @Test
    void monitorChannelsSwapped() {
        Game game = Games.perceptrons(6, 32, SEED);
        Player.Optimization still = Games.strategy(new Sgd(), 1e-30);
        List<StepReport> reports = new ArrayList<>();
        new Training(game, still, still, new Alternating(1), SEED, 1).run(1, 1, reports::add);
        StepReport report = reports.getFirst();

        Game.UpdateGraph round = game.updateGraph("discriminator");
        Reference at = Reference.create().at(SEED, 0, 0);
        double lossOfD = -at.scalar(round.value());
        double lossOfG = at.scalar(game.updateGraph("generator").generatorLoss());
        double onData = at.scalar(round.meanOnData());
        double onSamples = at.scalar(round.meanOnSamples());

        requireReport(report, lossOfD, lossOfG, onData, onSamples, true);
        requireReport(report, lossOfG, lossOfD, onData, onSamples, false);
        requireReport(report, lossOfD, lossOfG, onSamples, onData, false);
    }

    private static void requireReport(
            StepReport report, double lossOfD, double lossOfG, double onData, double onSamples, boolean right) {
        double error = Math.max(
                Math.max(Math.abs(report.discriminatorLoss() - lossOfD), Math.abs(report.generatorLoss() - lossOfG)),
                Math.max(Math.abs(report.meanOnData() - onData), Math.abs(report.meanOnSamples() - onSamples)));
        assertThat(error < 1e-5).isEqualTo(right);
    }

    /// A layer of the discriminator that counts how often it is trained: once for each update, whatever the training
    /// says its k is. Compare [TrainingTest#mistakesAreFarOutsideTheTolerance].
    @Test
    void stepsOfTheDiscriminatorHiddenInACallback() {
        assertThat(updatesOfD(new Alternating(1), 5, _ -> {})).isEqualTo(5);
        assertThat(updatesOfD(new Alternating(3), 5, _ -> {})).isEqualTo(15);
        // four more rounds in a listener that says nothing of them
        assertThat(updatesOfD(new Alternating(1), 5, training -> training.run(9, 9, _ -> {})))
                .as("k = 1 for 5 steps").isNotEqualTo(5);
    }

    private static double updatesOfD(Order order, long steps, Consumer<Training> callback) {
        Game plain = Games.perceptrons(4, 8, SEED);
        Counting counting = new Counting(Parameter.zeros("discriminator/count", Shape.SCALAR));
        Discriminator counted = new Discriminator(Sequential.of(counting, plain.discriminator().network()));
        Game game = new Game(plain.data(), plain.generator(), counted, plain.objective(), List.of(), 8);
        Player.Optimization strategy = Games.strategy(new Sgd(), 0.01);
        Training training = new Training(game, strategy, strategy, order, SEED, 1);
        training.run(steps, steps, _ -> {});
        callback.accept(training);
        return counting.count.storage()[0];
    }

    private record Counting(Parameter count) implements Layer {
        @Override
        public Tensor apply(Tensor x, ForwardPass pass) {
            if (pass.isTraining()) {
                pass.keep(count, pass.value(count).plus(1));
            }
            return x;
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public List<Parameter> statistics() {
            return List.of(count);
        }
    }

    /// Compare [TrainingTest#aTrainingGoesOnFromItsStateToTheBit] and `CheckpointTest`.
    @Test
    void aResumeThatLosesTheOptimizersStateTheRateOrTheRandomStreams() {
        Training whole = training(RATE, SEED);
        whole.run(9, 100, _ -> {});

        assertThat(goesOnLike(whole, training(RATE, SEED), _ -> true)).isTrue();
        assertThat(goesOnLike(whole, training(RATE, SEED), name -> !name.endsWith(".m"))).as("state lost").isFalse();
        assertThat(goesOnLike(whole, training(RATE, SEED), name -> !name.endsWith(".average.lost")))
                .as("what rounding the averages has lost, lost").isFalse();
        Schedule anew = new Schedule.Constant(RATE.at(0));
        assertThat(goesOnLike(whole, training(anew, SEED), _ -> true)).as("the first rate again").isFalse();
        assertThat(goesOnLike(whole, training(RATE, SEED + 1), _ -> true)).as("other streams").isFalse();
    }

    /// Whether `resumed` makes of the state after four steps, as far as it is `kept`, what `whole` has after nine.
    private static boolean goesOnLike(Training whole, Training resumed, Predicate<String> kept) {
        Training first = training(RATE, SEED);
        first.run(4, 100, _ -> {});
        for (int i = 0; i < first.state().size(); i++) {
            Parameter saved = first.state().get(i);
            if (kept.test(saved.name())) {
                resumed.state().get(i).assign(saved.storage());
            }
        }
        resumed.continueFrom(4);
        resumed.run(9, 100, _ -> {});
        return IntStream.range(0, whole.state().size()).allMatch(i -> Arrays.equals(
                whole.state().get(i).storage(), resumed.state().get(i).storage()));
    }

    private static Training training(Schedule rate, long seed) {
        Game game = Games.everything(Games.NON_SATURATING, 1);
        Player.Optimization strategy = new Player.Optimization(new Adam(0.5, 0.9, 1e-3), rate, new WeightAverage(0.9));
        return new Training(game, strategy, strategy, new Alternating(2), seed, 1);
    }

    private static double value(Tensor tensor) {
        return Reference.create().scalar(tensor);
    }
}
