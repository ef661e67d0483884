package dev.simulacra.analysis.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.numerics.Eigenvalues;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class StabilityTest {
    private static final UpdateScheme SIMULTANEOUS = new UpdateScheme.Simultaneous();
    private static final UpdateScheme ALTERNATING = new UpdateScheme.Alternating(1);

    @Test
    void theUndampedGameDivergesRotatesOrConvergesAsItsPlayersMove() {
        LinearQuadraticGame game = new LinearQuadraticGame(1, 0, 0);

        assertThat(of(game, SIMULTANEOUS).course()).isEqualTo(StabilityKind.DIVERGING);
        assertThat(of(game, ALTERNATING).course()).isEqualTo(StabilityKind.ROTATING);
        assertThat(of(game, new UpdateScheme.Extragradient()).course()).isEqualTo(StabilityKind.CONVERGING);
        assertThat(of(game, new UpdateScheme.Optimistic()).course()).isEqualTo(StabilityKind.CONVERGING);
        assertThat(of(game, new UpdateScheme.Consensus(0.3)).course()).isEqualTo(StabilityKind.CONVERGING);
    }

    /// `√(1 + η²)` = 1.00499 at η = 0.1: doubled after ln 2 / ln 1.00499 = 139.3 steps; atan 0.1 is 1/63.04 of a turn.
    @Test
    void theVerdictGivesItsReason() {
        LinearQuadraticGame undamped = new LinearQuadraticGame(1, 0, 0);
        LinearQuadraticGame overdamped = new LinearQuadraticGame(1, 0, 2.5);

        assertThat(of(undamped, SIMULTANEOUS).verdict())
                .isEqualTo("diverging, a full turn every 63.04 steps: the spectral radius is 1.00499, above 1; the "
                        + "distance from the equilibrium doubles every 139.3 steps");
        assertThat(of(undamped, ALTERNATING).verdict())
                .isEqualTo("rotating, a full turn every 62.81 steps: the spectral radius is 1; the players neither "
                        + "come nearer to the equilibrium nor leave it");
        assertThat(of(overdamped, SIMULTANEOUS).verdict())
                .isEqualTo("converging: the spectral radius is 0.950000, below 1; the distance from the equilibrium "
                        + "halves every 13.51 steps");
    }

    /// There both eigenvalues are 0.9, which is known to the square root of the precision.
    @Test
    void atCriticalDampingNothingTurns() {
        assertThat(of(new LinearQuadraticGame(1, 0, 2), SIMULTANEOUS).verdict())
                .startsWith("converging: the spectral radius is 0.900000, below 1;");
    }

    /// The discriminator overshoots: λ = 1 − ηγ + … is below −1.
    @Test
    void tooMuchDampingForTheRateJumpsFromSideToSide() {
        assertThat(of(new LinearQuadraticGame(1, 0, 21), SIMULTANEOUS).verdict())
                .startsWith("diverging, a full turn every 2.000 steps:");
    }

    @Test
    void theFlowSaysHowMuchOfItIsTurning() {
        GradientFlow undamped = new GradientFlow(Eigenvalues.of(new LinearQuadraticGame(1, 0, 0).matrix()));

        assertThat(undamped.rotation()).isEqualTo(1);
        assertThat(undamped.course()).isEqualTo(StabilityKind.ROTATING);
        assertThat(undamped.largestRate()).isZero();
        assertThat(new GradientFlow(Eigenvalues.of(new LinearQuadraticGame(0.5, 0, 0.6).matrix())).rotation())
                .isCloseTo(0.8, within(1e-14));
        assertThat(new GradientFlow(Eigenvalues.of(new LinearQuadraticGame(1, 0, 3).matrix())).rotation()).isZero();
    }

    /// `2 Re μ/|μ|²` of `0.3 ± 0.4i` is 2.4.
    @Test
    void simultaneousStepsConvergeBelowTheLargestRateAndNotAbove() {
        LinearQuadraticGame game = new LinearQuadraticGame(0.5, 0, 0.6);
        GradientFlow flow = new GradientFlow(Eigenvalues.of(game.matrix()));

        assertThat(flow.largestRate()).isCloseTo(2.4, within(1e-12));
        assertThat(flow.verdict()).isEqualTo("converging: every eigenvalue has a positive real part, the smallest "
                + "0.3000; simultaneous steps converge at rates below 2.400");
        assertThat(Stability.of(game.matrix(), 1, SIMULTANEOUS, 2.39).course()).isEqualTo(StabilityKind.CONVERGING);
        assertThat(Stability.of(game.matrix(), 1, SIMULTANEOUS, 2.41).course()).isEqualTo(StabilityKind.DIVERGING);
    }

    @Test
    void flatDirectionsAreLeftOut() {
        RealMatrix m = MatrixUtils.createRealMatrix(new double[][] {{0, 0, 0}, {0, 0.5, 1}, {0, -1, 0.5}});

        Stability stability = Stability.of(m, 1, SIMULTANEOUS, 0.1);

        assertThat(stability.flow().flat()).isEqualTo(1);
        assertThat(stability.update()).hasSize(2);
        assertThat(stability.course()).isEqualTo(StabilityKind.CONVERGING);
        assertThat(stability.flow().course()).isEqualTo(StabilityKind.CONVERGING);
    }

    @Test
    void whereNothingPullsNothingMoves() {
        RealMatrix nothing = MatrixUtils.createRealMatrix(new double[2][2]);

        for (UpdateScheme scheme
                : List.of(SIMULTANEOUS, new UpdateScheme.Alternating(2), new UpdateScheme.Extragradient(),
                new UpdateScheme.Optimistic(), new UpdateScheme.Consensus(1))) {
            assertThat(Stability.of(nothing, 1, scheme, 0.1).course()).as("%s", scheme).isEqualTo(StabilityKind.STILL);
            assertThat(Stability.of(nothing, 1, scheme, 0.1).verdict()).as("%s", scheme).startsWith("still:");
        }
        assertThat(new GradientFlow(Eigenvalues.of(nothing)).verdict()).startsWith("still:");
        assertThat(new GradientFlow(Eigenvalues.of(nothing)).largestRate()).isInfinite();
    }

    @Test
    void aHillIsLeftAtAnyRate() {
        GradientFlow flow = new GradientFlow(List.of(new Complex(2, 0), new Complex(-0.5, 0)));

        assertThat(flow.course()).isEqualTo(StabilityKind.DIVERGING);
        assertThat(flow.verdict()).contains("negative real part -0.5000");
    }

    /// On the line through the equilibrium, `v = (1 − a) M ω₀`: the cosine changes its sign there and nowhere else.
    @Test
    void thePathAngleChangesItsSignAtWhatAttracts() {
        LinearQuadraticGame game = new LinearQuadraticGame(1, 3, 3);
        double cosine = 3 / Math.sqrt(10);

        PathAngle angle = PathAngle.of(game, new double[] {2, 1}, new double[2], 0, 2, 4);

        assertThat(angle.points().stream().mapToDouble(PathAngle.Point::cosine).toArray())
                .containsExactly(new double[] {-cosine, -cosine, cosine, cosine}, within(1e-12));
        assertThat(angle.points().getFirst().norm()).isCloseTo(Math.sqrt(5 * 10), within(1e-12));
    }

    @Test
    void thePathAngleOfAPureRotationIsARightAngle() {
        LinearQuadraticGame game = new LinearQuadraticGame(1, 0, 0);

        PathAngle angle = PathAngle.of(game, new double[] {2, 1}, new double[2], 0, 0.9, 4);

        assertThat(angle.points()).allSatisfy(point -> assertThat(point.cosine()).isCloseTo(0, within(1e-12)));
    }

    @Test
    void noWayHasNoAngle() {
        LinearQuadraticGame game = new LinearQuadraticGame(1, 0, 0);

        assertThatThrownBy(() -> PathAngle.of(game, new double[2], new double[2], 0, 1, 4))
                .hasMessage("path angle: the way has the length 0.0 and 4 places; two different states and at least 2 "
                        + "places are required");
    }

    private static Stability of(LinearQuadraticGame game, UpdateScheme scheme) {
        return Stability.of(game.matrix(), 1, scheme, 0.1);
    }
}
