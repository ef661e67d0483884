package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Distribution;
import dev.simulacra.game.objective.Hinge;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.objective.Wasserstein;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.order.Consensus;
import dev.simulacra.game.order.Extragradient;
import dev.simulacra.game.order.SharedNoise;
import dev.simulacra.game.order.Simultaneous;
import dev.simulacra.nn.LinearMap;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.Sgd;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The orders of moves in the game of two numbers, in which each step is known: all data are 0, all samples θ, and the
/// discriminator's logit is ψx, so that V = −ψθ = J(G). D moves by −ηθ, G by +ηψ.
class OrderTest {
    static final double RATE = 0.125;
    static final double PSI = 0.75;
    static final double THETA = -0.5;

    /// Every number here is a short binary fraction.
    private static final double EXACT = 1e-7;
    private static final Objective WASSERSTEIN = new Wasserstein();

    @Test
    void simultaneousStepsSpiralOutwards() {
        State next = after(new Simultaneous(), 1);

        requireClose(next, PSI - RATE * THETA, THETA + RATE * PSI);
        assertThat(next.radius()).isCloseTo(State.START.radius() * Math.sqrt(1 + RATE * RATE), within(EXACT));
    }

    @Test
    void theSecondOfTwoAlternatingMovesAnswersTheFirst() {
        double psi = PSI - RATE * THETA;

        requireClose(after(new Alternating(1), 1), psi, THETA + RATE * psi);
        requireClose(after(new SharedNoise(), 1), psi, THETA + RATE * psi);
        requireClose(after(new Alternating(3), 1), PSI - 3 * RATE * THETA,
                THETA + RATE * (PSI - 3 * RATE * THETA));
    }

    @Test
    void extragradientTakesTheGradientsOneStepAhead() {
        State next = after(new Extragradient(), 1);

        requireClose(next, PSI - RATE * (THETA + RATE * PSI), THETA + RATE * (PSI - RATE * THETA));
        double shrunk = 1 - RATE * RATE;
        assertThat(next.radius())
                .isCloseTo(State.START.radius() * Math.sqrt(shrunk * shrunk + RATE * RATE), within(EXACT));
    }

    @Test
    void consensusAddsThePullOfTheSteepness() {
        double weight = 0.5;

        requireClose(after(new Consensus(weight), 1),
                PSI - RATE * (THETA + weight * PSI), THETA + RATE * (PSI - weight * THETA));
        requireClose(after(new Consensus(0), 1), PSI - RATE * THETA, THETA + RATE * PSI);
    }

    /// With k steps foreseen J(G) = −(ψ − kηθ)θ, whose derivative is −ψ + 2kηθ; a gradient that did not go through the
    /// discriminator's steps would be −ψ + kηθ.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void anUnrolledDiscriminatorIsDifferentiatedThrough(int k) {
        double psi = PSI - RATE * THETA;

        requireClose(after(new Alternating(1, k), 1), psi, THETA + RATE * (psi - 2 * k * RATE * THETA));
    }

    /// Where samples are like data nobody has anything to gain. A generator that foresaw what becomes of J(G) alone
    /// would leave: the logits on data are left out of it, and those on samples it could lower.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void aForeseenDiscriminatorHasTheSameEquilibrium(int k) {
        Objective nonSaturating = new NonSaturating(new LogProbability.FromLogits());
        State equilibrium = new State(0, 1);

        for (Objective objective : List.of(WASSERSTEIN, nonSaturating, new Hinge())) {
            assertThat(after(equilibrium, 1, objective, new Alternating(1, k), new Sgd(), 3))
                    .isEqualTo(equilibrium);
        }
    }

    /// With data at 1 and k steps foreseen the generator descends `V = (ψ + kη(1 − θ))(1 − θ)`.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void anUnrolledGeneratorDescendsTheWholeValue(int k) {
        double psi = PSI + RATE * (1 - THETA);

        requireClose(after(State.START, 1, WASSERSTEIN, new Alternating(1, k), new Sgd(), 1),
                psi, THETA + RATE * (psi + 2 * k * RATE * (1 - THETA)));
    }

    @Test
    void onlyOrdersThatLookAheadApproach() {
        int steps = 400;

        assertThat(after(new Simultaneous(), steps).radius()).isGreaterThan(10);
        assertThat(after(new Alternating(1), steps).radius()).isBetween(0.8, 1.0);
        assertThat(after(new Extragradient(), steps).radius()).isLessThan(0.1);
        assertThat(after(new Consensus(0.5), steps).radius()).isLessThan(1e-6);
        assertThat(after(new Alternating(1, 1), steps).radius()).isLessThan(1e-2);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> new Alternating(0))
                .hasMessage("alternating updates: k is 0, it must be at least 1");
        assertThatThrownBy(() -> new Alternating(1, -1))
                .hasMessage("alternating updates: unrolled is -1, it must be at least 0");
        assertThatThrownBy(() -> new Consensus(-0.5))
                .hasMessage("consensus: the weight is -0.5, it must be at least 0 and finite");
    }

    private static void requireClose(State state, double psi, double theta) {
        assertThat(state.psi).isCloseTo(psi, within(EXACT));
        assertThat(state.theta).isCloseTo(theta, within(EXACT));
    }

    record State(double psi, double theta) {
        static final State START = new State(PSI, THETA);

        double radius() {
            return Math.hypot(psi, theta);
        }
    }

    private static State after(Order order, int steps) {
        return after(order, new Sgd(), steps);
    }

    static State after(Order order, LearningRule rule, int steps) {
        return after(State.START, 0, WASSERSTEIN, order, rule, steps);
    }

    private static State after(
            State start, double data, Objective objective, Order order, LearningRule rule, int steps) {
        Parameter psi = Parameter.of("psi", Shape.of(1, 1), new float[] {(float) start.psi});
        Parameter theta = Parameter.of("theta", Shape.of(1, 1), new float[] {(float) start.theta});
        Game game = new Game(
                new Same(data),
                new Generator(new LinearMap(theta), new Same(1), 1),
                new Discriminator(new LinearMap(psi)),
                objective,
                List.of(),
                4);
        Player.Optimization strategy =
                new Player.Optimization(rule, new Schedule.Constant(RATE), new WeightAverage(0));
        new Training(game, strategy, strategy, order, 1, 1).run(steps, steps, _ -> {});
        return new State(psi.storage()[0], theta.storage()[0]);
    }

    /// The distribution of one number.
    private record Same(double number) implements Distribution {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public Tensor sample(String stream, int m) {
            return Tensor.filled(number, Shape.of(m, 1));
        }
    }
}
