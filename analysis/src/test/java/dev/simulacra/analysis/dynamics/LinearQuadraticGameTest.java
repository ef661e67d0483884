package dev.simulacra.analysis.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.numerics.Eigenvalues;
import dev.simulacra.analysis.numerics.EigenvaluesTest;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearQuadraticGameTest {
    private static final double RATE = 0.1;
    private static final double[] START = {1, 0.5};
    private static final List<UpdateScheme> SCHEMES = List.of(
            new UpdateScheme.Simultaneous(),
            new UpdateScheme.Alternating(1),
            new UpdateScheme.Alternating(5),
            new UpdateScheme.Extragradient(),
            new UpdateScheme.Optimistic(),
            new UpdateScheme.Consensus(0.4));

    /// Undamped, spiralling, exactly critical and overdamped, with and without a damped generator.
    static Stream<Arguments> games() {
        return SCHEMES.stream().flatMap(scheme -> Stream.of(0, 0.3, 2, 1.9, 6).flatMap(gamma -> Stream.of(
                Arguments.of(scheme, new LinearQuadraticGame(1, 0, gamma.doubleValue())),
                Arguments.of(scheme, new LinearQuadraticGame(-0.7, 0.2, gamma.doubleValue())))));
    }

    @ParameterizedTest
    @MethodSource("games")
    void theDifferentiatedGameMovesByTheClosedForm(UpdateScheme scheme, LinearQuadraticGame game) {
        Trajectory measured = Trajectory.of(game.differentiated(), scheme, RATE, 300, START);
        Trajectory formula = Trajectory.ofLinear(game.matrix(), 1, scheme, RATE, 300, START);

        assertThat(measured.errorAgainst(formula)).isLessThan(1e-9);
    }

    @ParameterizedTest
    @MethodSource("games")
    void theClosedFormIsWhatSoManyUpdatesDo(UpdateScheme scheme, LinearQuadraticGame game) {
        RealMatrix update = scheme.update(game.matrix(), 1, RATE);
        double[] state = new double[update.getRowDimension()];
        state[0] = 1;

        assertThat(new LinearUpdate(update).after(40, state))
                .containsExactly(update.power(40).operate(state), within(1e-9));
        assertThat(new LinearUpdate(update).after(0, state)).containsExactly(state, within(1e-15));
    }

    /// One player who goes the wrong way is 10⁵ times the tolerance away.
    @ParameterizedTest
    @MethodSource("games")
    void thePlayerWhoGoesTheWrongWayIsNoticed(UpdateScheme scheme, LinearQuadraticGame game) {
        Tensor theta = Tensor.input("theta", Shape.SCALAR);
        Tensor psi = Tensor.input("psi", Shape.SCALAR);
        Tensor value = theta.times(psi).times(game.coupling());
        Tensor loss = value.plus(theta.square().times(game.alpha() / 2));
        Tensor gain = value.minus(psi.square().times(game.gamma() / 2));
        Trajectory formula = Trajectory.ofLinear(game.matrix(), 1, scheme, RATE, 300, START);

        GameField wrongG = GameField.of(loss.negate(), List.of(theta), gain, List.of(psi));
        GameField wrongD = GameField.of(loss, List.of(theta), gain.negate(), List.of(psi));

        assertThat(Trajectory.of(wrongG, scheme, RATE, 300, START).errorAgainst(formula)).isGreaterThan(0.1);
        assertThat(Trajectory.of(wrongD, scheme, RATE, 300, START).errorAgainst(formula)).isGreaterThan(0.1);
    }

    @Test
    void everySchemeGoesItsOwnWay() {
        LinearQuadraticGame game = new LinearQuadraticGame(1, 0, 0.3);
        for (UpdateScheme one : SCHEMES) {
            for (UpdateScheme other : SCHEMES) {
                Trajectory measured = Trajectory.of(game.differentiated(), one, RATE, 50, START);
                Trajectory formula = Trajectory.ofLinear(game.matrix(), 1, other, RATE, 50, START);

                assertThat(measured.errorAgainst(formula) < 1e-3).as("%s, %s", one, other).isEqualTo(one.equals(other));
            }
        }
    }

    /// `|λ|² = 1 + η²c²`: with every step the distance grows by the same factor.
    @Test
    void simultaneousStepsOfTheUndampedGameSpiralOutwards() {
        LinearQuadraticGame game = new LinearQuadraticGame(2, 0, 0);
        double[] distances = Trajectory.of(game.differentiated(), new UpdateScheme.Simultaneous(), RATE, 100, START)
                .distances();

        assertThat(radius(game, new UpdateScheme.Simultaneous())).isCloseTo(Math.sqrt(1.04), within(1e-12));
        assertThat(distances[100]).isCloseTo(distances[0] * Math.pow(1.04, 50), within(1e-9));
    }

    /// `λ = 1 − η²c²/2 ± i…` on the unit circle where ηc < 2, and `θ² + ψ² + ηc θψ` is the same at every step.
    @Test
    void alternatingStepsOfTheUndampedGameStayOnAnEllipse() {
        LinearQuadraticGame game = new LinearQuadraticGame(2, 0, 0);
        Trajectory measured = Trajectory.of(game.differentiated(), new UpdateScheme.Alternating(1), RATE, 500, START);

        assertThat(radius(game, new UpdateScheme.Alternating(1))).isCloseTo(1, within(1e-12));
        assertThat(measured.states()).allSatisfy(w ->
                assertThat(w[0] * w[0] + w[1] * w[1] + RATE * 2 * w[0] * w[1]).isCloseTo(1.25 + 0.1, within(1e-10)));
    }

    /// At ηc > 2 even alternating steps diverge.
    @Test
    void alternatingStepsThatAreTooLargeDiverge() {
        assertThat(radius(new LinearQuadraticGame(21, 0, 0), new UpdateScheme.Alternating(1))).isGreaterThan(1.5);
        assertThat(radius(new LinearQuadraticGame(19, 0, 0), new UpdateScheme.Alternating(1)))
                .isCloseTo(1, within(1e-9));
    }

    /// `|1 − iηc − η²c²|² = 1 − η²c² + η⁴c⁴`; consensus has `|1 − ηβc² − iηc|²`; optimism the roots of
    /// `λ² − (1 + 2iηc)λ + iηc` for the eigenvalue −ic of M, whose larger one is `1 + iηc − η²c² + …`.
    @Test
    void extragradientOptimismAndConsensusBringTheUndampedGameIn() {
        LinearQuadraticGame game = new LinearQuadraticGame(1, 0, 0);

        assertThat(radius(game, new UpdateScheme.Extragradient())).isCloseTo(Math.sqrt(1 - 0.01 + 1e-4), within(1e-12));
        assertThat(radius(game, new UpdateScheme.Consensus(0.4)))
                .isCloseTo(Math.sqrt(0.96 * 0.96 + 0.01), within(1e-12));
        assertThat(radius(game, new UpdateScheme.Optimistic())).isBetween(0.99, 0.999);
        Complex root = leading(game, new UpdateScheme.Optimistic());
        Complex equation = root.square().subtract(root).subtract(root.multiplyPlusI().multiply(2 * RATE));
        assertThat(equation.add(new Complex(0, RATE)).norm()).isLessThan(1e-12);
    }

    @Test
    void aDampedDiscriminatorBringsBothPlayersIn() {
        for (UpdateScheme scheme : SCHEMES) {
            assertThat(radius(new LinearQuadraticGame(1, 0, 0.5), scheme)).as("%s", scheme).isLessThan(0.99);
        }
    }

    /// Mescheder, Geiger and Nowozin 2018: `μ = γ/2 ± √(γ²/4 − f′(0)²)`.
    @Test
    void theGameTurnsUpToTheCriticalDamping() {
        assertThat(Eigenvalues.of(new LinearQuadraticGame(0.5, 0, 0.6).matrix()))
                .containsExactly(new Complex(0.3, 0.4), new Complex(0.3, -0.4));
        EigenvaluesTest.assertMatch(
                Eigenvalues.of(new LinearQuadraticGame(0.5, 0, 1.25).matrix()),
                List.of(new Complex(1, 0), new Complex(0.25, 0)),
                1e-14);
    }

    @ParameterizedTest
    @MethodSource("games")
    void theCriticalGammaIsWhereTheUpdateTurnsNoMore(UpdateScheme scheme, LinearQuadraticGame game) {
        double critical = game.criticalGamma(scheme, RATE).orElseThrow();

        assertThat(turns(game.withGamma(critical * (1 - 1e-6)), scheme)).isTrue();
        assertThat(turns(game.withGamma(critical * (1 + 1e-6)), scheme)).isFalse();
    }

    @Test
    void theCriticalGammaHasAClosedForm() {
        LinearQuadraticGame game = new LinearQuadraticGame(1, 0, 0);

        assertThat(game.criticalGamma(new UpdateScheme.Simultaneous(), RATE)).hasValue(2);
        assertThat(game.criticalGamma(new UpdateScheme.Alternating(1), RATE).orElseThrow())
                .isCloseTo(1.9, within(1e-12));
        assertThat(game.criticalGamma(new UpdateScheme.Consensus(0), RATE).orElseThrow()).isCloseTo(2, within(1e-12));
        // √d = |1 − 1.5|, on the far side of the step that ends at once
        assertThat(game.criticalGamma(new UpdateScheme.Alternating(1), 1.5).orElseThrow())
                .isCloseTo(0.5, within(1e-12));
        assertThat(game.criticalGamma(new UpdateScheme.Alternating(1), 1).orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(game.criticalGamma(new UpdateScheme.Alternating(5), 1).orElseThrow()).isCloseTo(1, within(1e-12));
    }

    /// Too large for both players, for a damped generator by itself, for a discriminator who moves twice.
    @Test
    void noGammaIsCriticalWhereTheStepIsTooLarge() {
        assertThat(new LinearQuadraticGame(1, 0, 0).criticalGamma(new UpdateScheme.Alternating(1), 2.1)).isEmpty();
        assertThat(new LinearQuadraticGame(1, 2, 0).criticalGamma(new UpdateScheme.Alternating(1), 0.6)).isEmpty();
        assertThat(new LinearQuadraticGame(1, 0, 0).criticalGamma(new UpdateScheme.Alternating(2), 1.1)).isEmpty();
    }

    /// The rates of small and large steps by which every k, and k = 1, has a critical γ: up to ηc = 0.85 and 1.8.
    static Stream<Arguments> steps() {
        return Stream.of(1, 2, 3, 4, 7).flatMap(k -> DoubleStream.of(0.02, 0.1, 0.5, 0.85, 0.9, 1.3, 1.8)
                .filter(turn -> k == 1 || turn < 0.89)
                .boxed()
                .flatMap(turn -> Stream.of(new LinearQuadraticGame(1, 0, 0), new LinearQuadraticGame(-0.7, 0.1, 0))
                        .map(game -> Arguments.of(k, turn / Math.abs(game.coupling()), game))));
    }

    /// All γ in steps of 1/2000 of 2.2/η, far beyond where the discriminator overshoots: none brings the players in
    /// faster, and what lies between the steps is found by a narrow look around the best.
    @ParameterizedTest
    @MethodSource("steps")
    void noOtherGammaApproachesFasterInAlternatingMoves(int k, double rate, LinearQuadraticGame game) {
        UpdateScheme scheme = new UpdateScheme.Alternating(k);

        double critical = game.criticalGamma(scheme, rate).orElseThrow();

        double step = 1.1e-3 / rate;
        double best = best(game, scheme, rate, 0, step);
        double nearer = best(game, scheme, rate, Math.max(0, best - step), step / 1000);
        assertThat(radius(game.withGamma(critical), scheme, rate))
                .isLessThan(radius(game.withGamma(nearer), scheme, rate) + 1e-6);
        assertThat(critical).isCloseTo(nearer, within(2 * step / 1000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.4, 0.9, 1.9})
    void noOtherGammaApproachesFasterInSimultaneousMoves(double rate) {
        LinearQuadraticGame game = new LinearQuadraticGame(0.7, 0.2, 0);
        UpdateScheme scheme = new UpdateScheme.Simultaneous();

        double best = best(game, scheme, rate, 0, 2e-3);

        assertThat(game.criticalGamma(scheme, rate).orElseThrow()).isCloseTo(best, within(2e-3));
    }

    /// The γ of the least spectral radius among 2,001 from `from` on.
    private static double best(LinearQuadraticGame game, UpdateScheme scheme, double rate, double from, double step) {
        double best = from;
        for (int i = 1; i <= 2000; i++) {
            double gamma = from + i * step;
            best = radius(game.withGamma(gamma), scheme, rate) < radius(game.withGamma(best), scheme, rate)
                    ? gamma
                    : best;
        }
        return best;
    }

    private static double radius(LinearQuadraticGame game, UpdateScheme scheme, double rate) {
        return Stability.of(game.matrix(), 1, scheme, rate).spectralRadius();
    }

    /// Nagarajan and Kolter's penalty damps the generator, and both come in.
    @Test
    void aGeneratorThatAlsoLowersTheDiscriminatorsGradientComesIn() {
        LinearQuadraticGame game = new LinearQuadraticGame(2, 0, 0).withGradientNorm(0.25);
        Tensor theta = Tensor.input("theta", Shape.SCALAR);
        Tensor psi = Tensor.input("psi", Shape.SCALAR);
        Tensor value = theta.times(psi).times(2);
        Tensor slope = Gradients.of(value, psi);
        GameField field = GameField.of(
                value.plus(slope.square().times(0.25)), List.of(theta), value, List.of(psi));

        assertThat(field.at(1, 0.5)).containsExactly(game.at(1, 0.5), within(1e-15));
        assertThat(radius(game, new UpdateScheme.Simultaneous())).isLessThan(1);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new LinearQuadraticGame(1, 0, -1))
                .hasMessage("dynamics: gamma is -1.0; what damps a player needs a finite weight of at least 0");
        assertThatThrownBy(() -> new LinearQuadraticGame(0, 0, 1)).hasMessageContaining("the coupling is 0.0");
        assertThatThrownBy(() -> new UpdateScheme.Alternating(0)).hasMessageContaining("k is 0");
        assertThatThrownBy(() -> new UpdateScheme.Consensus(Double.NaN)).hasMessageContaining("beta is NaN");
        LinearQuadraticGame game = new LinearQuadraticGame(1, 0, 1);
        assertThatThrownBy(() -> Trajectory.of(game, new UpdateScheme.Simultaneous(), 0, 5, START))
                .hasMessage("trajectory: the rate is 0.0; it must be finite and above 0");
        assertThatThrownBy(() -> Trajectory.of(game, new UpdateScheme.Simultaneous(), 1, 5, 1))
                .hasMessage("trajectory: the start has 1 coordinates, the game 2");
    }

    private static boolean turns(LinearQuadraticGame game, UpdateScheme scheme) {
        return Math.abs(leading(game, scheme).getImaginary()) > 1e-5;
    }

    private static double radius(LinearQuadraticGame game, UpdateScheme scheme) {
        return radius(game, scheme, RATE);
    }

    private static Complex leading(LinearQuadraticGame game, UpdateScheme scheme) {
        return Stability.of(game.matrix(), 1, scheme, RATE).leading();
    }
}
