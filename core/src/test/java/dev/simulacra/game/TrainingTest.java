package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.Minimax;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.order.Consensus;
import dev.simulacra.game.order.Extragradient;
import dev.simulacra.game.order.SharedNoise;
import dev.simulacra.game.order.Simultaneous;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Sequential;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.optim.Momentum;
import dev.simulacra.optim.Optimistic;
import dev.simulacra.optim.Sgd;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Oracle;
import dev.simulacra.tensor.Graph;
import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingTest {
    /// ε is large here so that Adam does not turn the rounding of gradients near 0 into steps.
    private static final LearningRule ADAM = new Adam(0.5, 0.9, 1e-3);
    private static final LearningRule MOMENTUM = Momentum.heavyBall(0.5);
    private static final long SEED = 11;

    /// Five steps of some 2,000 roundings of 6·10⁻⁸ each, most of which cancel; a step itself moves weights by 10⁻².
    private static final double TOLERANCE = 2e-5;

    @ParameterizedTest
    @MethodSource
    void fiveStepsAgreeWithTheReference(Order order, LearningRule rule, Objective objective) {
        Game game = Games.everything(objective, SEED);
        Player.Optimization strategy = Games.strategy(rule, 0.02);
        Five expected = Five.of(game, strategy, order, order.k());

        new Training(game, strategy, strategy, order, SEED, 1).run(5, 1, _ -> {});

        expected.oracle.requireState(TOLERANCE, parameters(game));
    }

    static Stream<Arguments> fiveStepsAgreeWithTheReference() {
        Objective minimax = new Minimax(new LogProbability.FromLogits());
        Objective guarded = new NonSaturating(new LogProbability.WithEpsilon(1e-8));
        return Stream.of(
                Arguments.of(new Alternating(3), ADAM, Games.NON_SATURATING),
                Arguments.of(new Alternating(1), MOMENTUM, minimax),
                Arguments.of(new Alternating(1), ADAM, guarded),
                Arguments.of(new SharedNoise(), ADAM, minimax),
                Arguments.of(new Simultaneous(), ADAM, minimax),
                Arguments.of(new Simultaneous(), MOMENTUM, Games.NON_SATURATING));
    }

    @ParameterizedTest
    @MethodSource
    void ordersThatLookAheadAgreeWithTheReference(Order order) {
        Game game = Games.perceptrons(6, 16, SEED);
        Player.Optimization strategy = Games.strategy(ADAM, 0.02);
        Five expected = Five.inTurns(game, strategy, order);

        new Training(game, strategy, strategy, order, SEED, 1).run(5, 1, _ -> {});

        expected.oracle.requireState(TOLERANCE, parameters(game));
    }

    static Stream<Order> ordersThatLookAheadAgreeWithTheReference() {
        return Stream.of(new Alternating(1, 3), new Extragradient(), new Consensus(0.1));
    }

    @Test
    void mistakesAreFarOutsideTheTolerance() {
        Player.Optimization strategy = Games.strategy(MOMENTUM, 0.02);
        Objective minimax = new Minimax(new LogProbability.FromLogits());
        Order once = new Alternating(1);
        Game game = Games.everything(Games.NON_SATURATING, SEED);
        Five hiddenK = Five.of(game, strategy, once, 2);
        Five otherObjective = Five.of(new Game(game.data(), game.generator(), game.discriminator(), minimax,
                game.penalties(), game.minibatch()), strategy, once, 1);
        Five noPenalty = Five.of(new Game(game.data(), game.generator(), game.discriminator(), game.objective(),
                game.penalties().subList(0, 2), game.minibatch()), strategy, once, 1);
        Five otherOrder = Five.of(game, strategy, new Simultaneous(), 1);
        Five otherNoise = Five.of(game, strategy, new SharedNoise(), 1);

        new Training(game, strategy, strategy, once, SEED, 1).run(5, 1, _ -> {});

        for (Five wrong : List.of(hiddenK, otherObjective, noPenalty, otherOrder, otherNoise)) {
            assertThatThrownBy(() -> wrong.oracle.requireState(10 * TOLERANCE, parameters(game)))
                    .isInstanceOf(AssertionError.class);
        }
    }

    /// Five steps of Algorithm 1 by the reference evaluation.
    private record Five(Oracle oracle) {
        static Five inTurns(Game game, Player.Optimization strategy, Order order) {
            Player thetaD = new Player(game.discriminator().network().parameters(), strategy);
            Player thetaG = new Player(game.generator().network().parameters(), strategy);
            List<Computation> all = order.plan(game, thetaG, thetaD).updates().stream()
                    .flatMap(update -> update.computations().stream())
                    .toList();
            Oracle oracle = new Oracle(all.toArray(Computation[]::new));
            for (int step = 0; step < 5; step++) {
                for (Computation each : all) {
                    oracle.run(each, Reference.create().at(SEED, step, step));
                }
            }
            return new Five(oracle);
        }

        static Five of(Game game, Player.Optimization strategy, Order order, int k) {
            Player thetaD = new Player(game.discriminator().network().parameters(), strategy);
            Player thetaG = new Player(game.generator().network().parameters(), strategy);
            boolean together = order instanceof Simultaneous;
            Game.UpdateGraph first = game.updateGraph("discriminator");
            Game.UpdateGraph second = order instanceof Alternating ? game.updateGraph("generator") : first;
            Computation ascent = thetaD.ascend(first.penalizedValue())
                    .and(new Computation(List.of(), first.discriminatorStatistics()));
            Computation descent = thetaG.descend(second.generatorLoss())
                    .and(new Computation(List.of(), second.generatorStatistics()));
            Oracle oracle = new Oracle(ascent, descent);
            Reference reference = Reference.create();
            for (int step = 0; step < 5; step++) {
                for (int i = 0; i < k && !together; i++) {
                    oracle.run(ascent, reference.at(SEED, step, (long) step * k + i));
                }
                oracle.run(together ? ascent.and(descent) : descent, reference.at(SEED, step, step));
            }
            return new Five(oracle);
        }
    }

    @Test
    void theReportIsOfTheLastMinibatches() {
        Game game = Games.perceptrons(8, 32, SEED);
        Player.Optimization still = Games.strategy(new Sgd(), 1e-30);
        Training training = new Training(game, still, still, new Alternating(3), SEED, 1);
        Game.UpdateGraph round = game.updateGraph("discriminator");
        List<StepReport> reports = new ArrayList<>();

        training.run(2, 1, reports::add);

        assertThat(reports).extracting(StepReport::step).containsExactly(1L, 2L);
        for (int step = 0; step < 2; step++) {
            // the third of three fresh minibatches
            Reference at = Reference.create().at(SEED, step, 3 * step + 2);
            StepReport report = reports.get(step);
            assertThat(report.value()).isCloseTo(at.scalar(round.value()), within(1e-5));
            assertThat(report.meanOnData()).isCloseTo(at.scalar(round.meanOnData()), within(1e-6));
            assertThat(report.meanOnSamples()).isCloseTo(at.scalar(round.meanOnSamples()), within(1e-6));
            assertThat(report.generatorLoss()).isCloseTo(
                    Reference.create().at(SEED, step, step).scalar(game.updateGraph("generator").generatorLoss()),
                    within(1e-5));
            double before = Reference.create().at(SEED, step, 3 * step + 1).scalar(round.meanOnData());
            assertThat(report.meanOnData()).isNotCloseTo(before, within(1e-6));
        }
    }

    @Test
    void theGeneratorsStepComputesNoGradientOfTheDiscriminatorsWeights() {
        Game game = Games.perceptrons(9, 32, SEED);
        Game.UpdateGraph round = game.updateGraph("generator");
        Player thetaG = new Player(game.generator().network().parameters(), Games.strategy(ADAM, 0.1));
        Player thetaD = new Player(game.discriminator().network().parameters(), Games.strategy(ADAM, 0.1));
        Set<Shape> weights = Set.of(Shape.of(9, 1), Shape.of(2, 9));

        assertThat(products(thetaD.ascend(round.value()))).containsAll(weights);
        assertThat(products(thetaG.descend(round.generatorLoss()))).contains(Shape.of(9, 9), Shape.of(9, 2));
        // the two weights (2, 9) are the generator's first and the discriminator's first
        assertThat(products(thetaG.descend(round.generatorLoss()))).doesNotContain(Shape.of(9, 1));
        assertThat(productCount(thetaG.descend(round.generatorLoss())))
                .as("3 + 3 forward, 3 back through D, 2 back through G, 3 gradients; one for the matrix of the data")
                .isEqualTo(3 + 3 + 3 + 2 + 3);
    }

    @Test
    void aTrainingGoesOnFromItsStateToTheBit() {
        for (Order order : List.of(new Alternating(2), new SharedNoise(), new Simultaneous())) {
            for (LearningRule rule : List.of(ADAM, new Optimistic(ADAM))) {
                Training whole = training(order, rule, SEED, 1);
                whole.run(9, 100, _ -> {});

                Training first = training(order, rule, SEED, 1);
                first.run(4, 100, _ -> {});
                Training second = training(order, rule, 99, 1);
                for (int i = 0; i < first.state().size(); i++) {
                    second.state().get(i).assign(first.state().get(i).storage());
                }
                second.continueFrom(4);
                second.run(9, 100, _ -> {});

                requireSame(second, whole);
            }
        }
    }

    @Test
    void aTrainingThatIsStoppedGoesOnToTheBit() {
        Training whole = training(new Alternating(1), SEED, 1);
        whole.run(6, 100, _ -> {});
        Training stopped = training(new Alternating(1), SEED, 1);
        List<StepReport> reports = new ArrayList<>();

        stopped.run(6, 2, report -> {
            reports.add(report);
            stopped.stop();
        });

        assertThat(stopped.completed()).isEqualTo(2);
        assertThat(reports).hasSize(1);
        stopped.run(6, 2, _ -> {});
        requireSame(stopped, whole);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        // 160 · 160 elements a layer and four million multiply-adds a product, enough to share
        List<List<float[]>> states = new ArrayList<>();
        for (int threads = 1; threads <= 3; threads++) {
            Game game = Games.perceptrons(160, 224, SEED);
            Player.Optimization strategy = Games.strategy(ADAM, 0.01);
            Training training = new Training(game, strategy, strategy, new Alternating(1), SEED, threads);
            training.run(3, 1, _ -> {});
            states.add(training.state().stream().map(Parameter::storage).toList());
        }

        for (int i = 0; i < states.getFirst().size(); i++) {
            assertThat(states.get(1).get(i)).isEqualTo(states.get(0).get(i));
            assertThat(states.get(2).get(i)).isEqualTo(states.get(0).get(i));
        }
    }

    @Test
    void namesOfTheStateAreUnique() {
        assertThat(training(new Alternating(1), SEED, 1).state().stream().map(Parameter::name))
                .doesNotHaveDuplicates()
                .contains("generator/norm/mean", "discriminator/2/bias", "generator/1/weight.average");
    }

    @Test
    void aLearningRateFarTooLargeStopsTheRun() {
        Game game = Games.perceptrons(8, 16, SEED);
        Player.Optimization wild = Games.strategy(new Sgd(), 1e30);
        Training training = new Training(game, wild, wild, new Alternating(1), SEED, 1);
        List<float[]> before = training.state().stream().map(p -> p.storage().clone()).toList();

        assertThatThrownBy(() -> training.run(10, 1, _ -> {}))
                .isInstanceOf(DivergedException.class)
                .hasMessageMatching("training diverged at step [01]: a loss or a weight is no longer finite;"
                        + " lower the learning rates, or add or raise a gradient penalty");
        assertThat(training.completed()).isLessThan(2);
        if (training.completed() == 0) {
            assertThat(training.state().stream().map(Parameter::storage).toList())
                    .usingRecursiveComparison().isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aNumberThatIsNoneIsNamedAndTheLastGoodStateStays(Order order) {
        for (long bad : new long[] {0, 7, 205}) {
            Training good = breaking(order, Long.MAX_VALUE);
            good.run(bad, 1000, _ -> {});
            Training training = breaking(order, bad);

            assertThatThrownBy(() -> training.run(300, 1000, _ -> {}))
                    .isInstanceOfSatisfying(DivergedException.class, diverged -> {
                        assertThat(diverged.step()).isEqualTo(bad);
                        assertThat(diverged.tensor()).isEqualTo("log(f(step)) ()");
                    });

            assertThat(training.completed()).isEqualTo(bad);
            requireSame(training, good);
        }
    }

    static Stream<Order> orders() {
        return Stream.of(
                new Alternating(1), new Alternating(2), new SharedNoise(), new Simultaneous());
    }

    @Test
    void runningStatisticsOfTheGeneratorFollowItsOwnRoundsAlone() {
        for (Order order : List.of(new Alternating(2), new SharedNoise(), new Simultaneous())) {
            Game game = Games.everything(Games.NON_SATURATING, SEED);
            String noise = order instanceof Alternating ? "noise/generator" : "noise/discriminator";
            Tensor z = game.generator().noisePrior().sample(noise, game.minibatch());
            Tensor h = z.matmul(game.generator().network().parameters().getFirst().value());
            double[] mean = Reference.create().at(SEED, 0, 0).value(h.meanTo(Shape.of(12)).times(0.1));
            Player.Optimization strategy = Games.strategy(ADAM, 0.02);

            new Training(game, strategy, strategy, order, SEED, 1).run(1, 1, _ -> {});

            Oracle.requireClose("mean", game.generator().network().statistics().getFirst().storage(), mean, 1e-6);
        }
    }

    /// Of the discriminator: data first, then samples, each a tenth; the penalty's points in between count for nothing.
    @Test
    void runningStatisticsOfTheDiscriminatorFollowDataThenSamples() {
        Game game = Games.everything(Games.NON_SATURATING, SEED);
        Game.UpdateGraph round = game.updateGraph("discriminator");
        Tensor W = game.discriminator().network().parameters().getFirst().value();
        Tensor real = round.judgement().real().matmul(W).meanTo(Shape.of(12));
        Tensor fake = round.judgement().fake().matmul(W).meanTo(Shape.of(12));
        double[] mean = Reference.create().at(SEED, 0, 0).value(real.times(0.1 * 0.9).plus(fake.times(0.1)));
        Player.Optimization strategy = Games.strategy(ADAM, 0.02);

        new Training(game, strategy, strategy, new Alternating(1), SEED, 1).run(1, 1, _ -> {});

        Oracle.requireClose("mean", game.discriminator().network().statistics().getFirst().storage(), mean, 1e-6);
    }

    @Test
    void playersThatShareAParameterAreRefused() {
        Game game = Games.perceptrons(4, 8, SEED);
        Discriminator same = new Discriminator(Sequential.of(
                game.generator().network(),
                Linear.create("last", 2, 1, Initializer.xavierNormal(), Initializer.zeros(), SEED)));
        Game shared = new Game(
                game.data(), game.generator(), same, game.objective(), List.of(), game.minibatch());
        Player.Optimization strategy = Games.strategy(ADAM, 0.1);

        assertThatThrownBy(() -> new Training(shared, strategy, strategy, new Alternating(1), 1, 1))
                .hasMessage("training: the players share a parameter");
    }

    @Test
    void reportsAtNoStepAreRefused() {
        assertThatThrownBy(() -> training(new Alternating(1), SEED, 1).run(3, 0, _ -> {}))
                .hasMessage("run: a report after every 0 steps; it must be at least 1");
    }

    private static Training training(Order order, long initial, int threads) {
        return training(order, ADAM, initial, threads);
    }

    private static Training training(Order order, LearningRule rule, long initial, int threads) {
        Game game = Games.everything(Games.NON_SATURATING, initial);
        Player.Optimization strategy = Games.strategy(rule, 0.02);
        return new Training(game, strategy, strategy, order, SEED, threads);
    }

    /// A training whose discriminator takes the logarithm of −1 at step `bad`.
    private static Training breaking(Order order, long bad) {
        Game game = Games.perceptrons(4, 8, SEED);
        Layer broken = Sequential.of(game.discriminator().network(), new Breaking(bad));
        Game other = new Game(game.data(), game.generator(), new Discriminator(broken), game.objective(),
                game.penalties(), game.minibatch());
        Player.Optimization strategy = Games.strategy(ADAM, 0.02);
        return new Training(other, strategy, strategy, order, SEED, 1);
    }

    private record Breaking(long bad) implements Layer {
        @Override
        public Tensor apply(Tensor x, ForwardPass pass) {
            return x.plus(Tensor.ofStep(step -> step == bad ? -1 : 1).log());
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }
    }

    private static List<Parameter> parameters(Game game) {
        return Stream.of(game.generator().network(), game.discriminator().network())
                .flatMap(network -> Stream.concat(network.parameters().stream(), network.statistics().stream()))
                .toList();
    }

    private static void requireSame(Training actual, Training expected) {
        assertThat(actual.completed()).isEqualTo(expected.completed());
        for (int i = 0; i < expected.state().size(); i++) {
            assertThat(actual.state().get(i).storage())
                    .as(expected.state().get(i).name())
                    .isEqualTo(expected.state().get(i).storage());
        }
    }

    private static Set<Shape> products(Computation computation) {
        return productStream(computation).map(Tensor::shape).collect(Collectors.toSet());
    }

    private static long productCount(Computation computation) {
        return productStream(computation).count();
    }

    private static Stream<Tensor> productStream(Computation computation) {
        List<Tensor> values = computation.assignments().stream().map(assignment -> assignment.value()).toList();
        return Graph.topological(values).stream().filter(tensor -> tensor.op() instanceof Op.MatMul);
    }
}
