package dev.simulacra.analysis.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Distribution;
import dev.simulacra.data.Gaussian;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Game;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Order;
import dev.simulacra.game.Player;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.Minimax;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.objective.Wasserstein;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.order.Consensus;
import dev.simulacra.game.order.Extragradient;
import dev.simulacra.game.order.SharedNoise;
import dev.simulacra.game.order.Simultaneous;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Layer;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.optim.Optimistic;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.Sgd;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiracGanTest {
    private static final double[] START = {1, -0.75};
    private static final Objective MINIMAX = new Minimax(new LogProbability.FromLogits());
    private static final Objective NON_SATURATING = new NonSaturating(new LogProbability.FromLogits());

    @ParameterizedTest
    @EnumSource
    void theDerivativesByHandAreThoseOfTheTensors(DiracGan.Objective objective) {
        DiracGan game = new DiracGan(objective, 0.3);
        GameField differentiated = game.differentiated();

        for (double[] w : List.of(new double[] {1, 0.5}, new double[] {-2, 1.5}, new double[] {0, 0})) {
            assertThat(differentiated.at(w)).containsExactly(game.at(w), within(1e-14));
            for (int row = 0; row < 2; row++) {
                assertThat(differentiated.jacobian(w).getRow(row))
                        .containsExactly(game.jacobian(w).getRow(row), within(1e-14));
            }
            assertThat(differentiated.push(w, START)).containsExactly(game.push(w, START), within(1e-14));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aroundTheEquilibriumItIsLinear(DiracGan.Objective objective) {
        DiracGan game = new DiracGan(objective, 0.3);

        assertThat(game.jacobian(0, 0).getData()).isDeepEqualTo(game.linearized().matrix().getData());
        assertThat(game.at(0, 0)).containsExactly(0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void theTensorsGoWhereTheFormulasGo(DiracGan.Objective objective) {
        DiracGan game = new DiracGan(objective, 0.1);
        for (UpdateScheme scheme
                : List.of(new UpdateScheme.Simultaneous(), new UpdateScheme.Alternating(3),
                        new UpdateScheme.Consensus(0.2))) {
            Trajectory formula = Trajectory.of(game, scheme, 0.1, 300, START);
            Trajectory measured = Trajectory.of(game.differentiated(), scheme, 0.1, 300, START);

            assertThat(measured.errorAgainst(formula)).isLessThan(1e-9);
        }
    }

    /// `|ω|²` grows by the factor `1 + η² f′(θψ)²`: no rate is small enough.
    @Test
    void withoutDampingEverySimultaneousStepLeadsOutwards() {
        DiracGan game = new DiracGan(DiracGan.Objective.MINIMAX, 0);
        Trajectory measured = Trajectory.of(game.differentiated(), new UpdateScheme.Simultaneous(), 0.2, 50, START);
        double[] distances = measured.distances();

        for (int i = 0; i < 50; i++) {
            double[] w = measured.states().get(i);
            double slope = 1 / (1 + Math.exp(w[0] * w[1]));
            assertThat(distances[i + 1] * distances[i + 1] / (distances[i] * distances[i]))
                    .isCloseTo(1 + 0.04 * slope * slope, within(1e-12));
        }
    }

    /// Each way to train in which the players move by plain gradients, and its formula.
    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(new Simultaneous(), new Sgd(), new UpdateScheme.Simultaneous()),
                Arguments.of(new SharedNoise(), new Sgd(), new UpdateScheme.Alternating(1)),
                Arguments.of(new Alternating(3), new Sgd(), new UpdateScheme.Alternating(3)),
                Arguments.of(new Extragradient(), new Sgd(), new UpdateScheme.Extragradient()),
                Arguments.of(new Simultaneous(), new Optimistic(new Sgd()), new UpdateScheme.Optimistic()),
                Arguments.of(new Consensus(0.3), new Sgd(), new UpdateScheme.Consensus(0.3)));
    }

    /// The training of a real game, compiled and in float, against the formulas in double. Its discriminator is high on
    /// data, the source's is high on what is generated: their ψ differ in sign.
    ///
    /// Floats have 24 bits: 100 steps of numbers below 2 stay within 1e-6.
    @ParameterizedTest
    @MethodSource("orders")
    void theTrainingOfTheGameGoesWhereTheFormulasGo(Order order, LearningRule rule, UpdateScheme scheme) {
        assertThat(error(order, rule, MINIMAX, scheme, DiracGan.Objective.MINIMAX)).isLessThan(1e-6);
        assertThat(error(order, rule, NON_SATURATING, scheme, DiracGan.Objective.NON_SATURATING)).isLessThan(1e-6);
        assertThat(error(order, rule, new Wasserstein(), scheme, DiracGan.Objective.WASSERSTEIN))
                .isLessThan(1e-6);
    }

    @Test
    void theTrainingInAnotherOrderOrForAnotherObjectiveGoesElsewhere() {
        UpdateScheme alternating = new UpdateScheme.Alternating(1);
        assertThat(error(new Simultaneous(), new Sgd(), MINIMAX, alternating, DiracGan.Objective.MINIMAX))
                .isGreaterThan(1e-3);
        assertThat(error(new Alternating(2), new Sgd(), MINIMAX, alternating, DiracGan.Objective.MINIMAX))
                .isGreaterThan(1e-3);
        assertThat(error(
                        new Alternating(1), new Sgd(), MINIMAX, alternating, DiracGan.Objective.NON_SATURATING))
                .isGreaterThan(1e-3);
    }

    /// How far 100 steps of the training of a real game are from the formulas at most.
    private static double error(
            Order order, LearningRule rule, Objective played, UpdateScheme scheme, DiracGan.Objective expected) {
        Parameter theta = Parameter.of("theta", Shape.of(1), new float[] {(float) START[0]});
        Parameter psi = Parameter.of("psi", Shape.of(1), new float[] {(float) -START[1]});
        Game game = new Game(
                new Zero(),
                new Generator(new Always(theta), Gaussian.isotropic(1, 1), 1),
                new Discriminator(new Times(psi)),
                played,
                List.of(new R1(0.4)),
                4);
        Player.Optimization strategy =
                new Player.Optimization(rule, new Schedule.Constant(0.125), new WeightAverage(0));
        Training training = new Training(game, strategy, strategy, order, 1, 1);
        Trajectory formula = Trajectory.of(new DiracGan(expected, 0.4), scheme, 0.125, 100, START);
        double error = 0;
        for (int step = 1; step <= 100; step++) {
            training.run(step, 1000, _ -> {});
            double[] w = formula.states().get(step);
            error = Math.max(error, Math.hypot(theta.storage()[0] - w[0], -psi.storage()[0] - w[1]));
        }
        return error;
    }

    @Test
    void aNegativeGammaIsRefused() {
        assertThatThrownBy(() -> new DiracGan(DiracGan.Objective.MINIMAX, -0.1))
                .hasMessage("dynamics: gamma is -0.1; what damps a player needs a finite weight of at least 0");
    }

    /// Data that are always 0.
    private record Zero() implements Distribution {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public Tensor sample(String stream, int m) {
            return Tensor.filled(0, Shape.of(m, 1));
        }
    }

    /// A generator that ignores its noise.
    private record Always(Parameter theta) implements Layer {
        @Override
        public Tensor apply(Tensor x, ForwardPass pass) {
            return pass.value(theta).broadcastTo(x.shape());
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(theta);
        }
    }

    /// `ψx`.
    private record Times(Parameter psi) implements Layer {
        @Override
        public Tensor apply(Tensor x, ForwardPass pass) {
            return x.times(pass.value(psi));
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(psi);
        }
    }
}
