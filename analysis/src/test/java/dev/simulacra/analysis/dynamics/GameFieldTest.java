package dev.simulacra.analysis.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.numerics.Eigenvalues;
import dev.simulacra.analysis.numerics.EigenvaluesTest;
import dev.simulacra.data.Gaussian;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Game;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Player;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Simultaneous;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Sequential;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.Sgd;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class GameFieldTest {
    private final Game game = new Game(
            Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2),
            new Generator(perceptron("generator", 2), Gaussian.isotropic(2, 1), 2),
            new Discriminator(perceptron("discriminator", 1)),
            new NonSaturating(new LogProbability.FromLogits()),
            List.of(new R1(0.1), new R2(0.2)),
            16);
    private final GameField field = GameField.of(game, 1, 0);
    private final double[] w = field.present();

    private static Layer perceptron(String name, int outputs) {
        Initializer weights = Initializer.xavierNormal();
        return Sequential.of(
                Linear.create(name + "/0", 2, 4, weights, Initializer.zeros(), 1),
                new Activation.Tanh(),
                Linear.create(name + "/1", 4, outputs, weights, Initializer.zeros(), 1));
    }

    @Test
    void theGeneratorsCoordinatesComeFirst() {
        assertThat(field.generator()).isEqualTo(2 * 4 + 4 + 4 * 2 + 2);
        assertThat(field.size()).isEqualTo(field.generator() + 2 * 4 + 4 + 4 + 1);
    }

    @Test
    void aSimultaneousStepOfTheTrainingGoesAgainstTheField() {
        Player.Optimization strategy =
                new Player.Optimization(new Sgd(), new Schedule.Constant(0.5), new WeightAverage(0));
        double[] v = field.at(w);

        new Training(game, strategy, strategy, new Simultaneous(), 1, 1).run(1, 1, _ -> {});

        double[] expected = new double[w.length];
        Arrays.setAll(expected, i -> w[i] - 0.5 * v[i]);
        assertThat(field.present()).containsExactly(expected, within(1e-6));
    }

    /// Central differences of half-width 1e-5 are right to about 1e-9 here.
    @Test
    void theJacobianIsTheFieldsSlope() {
        assertThat(largestDifference(field.jacobian(w), differences())).isLessThan(1e-7);
    }

    /// What is left without the cross terms is symmetric: it has no turning at all.
    @Test
    void aJacobianWithoutTheCrossTermsIsNotIt() {
        RealMatrix blocks = blocks(field.jacobian(w));

        assertThat(largestDifference(blocks, differences())).isGreaterThan(0.01);
        assertThat(new GradientFlow(Eigenvalues.of(blocks)).rotation()).isLessThan(1e-7);
        assertThat(new GradientFlow(Eigenvalues.of(field.jacobian(w))).rotation()).isGreaterThan(0.05);
    }

    @Test
    void productsAreThoseWithTheDenseJacobian() {
        RealMatrix jacobian = field.jacobian(w);
        double[] d = new double[w.length];
        Arrays.setAll(d, i -> Math.sin(i + 1));

        assertThat(field.push(w, d)).containsExactly(jacobian.operate(d), within(1e-12));
        assertThat(field.pull(w, d)).containsExactly(jacobian.preMultiply(d), within(1e-12));
    }

    @Test
    void arnoldiFindsTheOutermostEigenvalues() {
        List<Complex> all = Eigenvalues.of(field.jacobian(w));

        List<Complex> some = Arnoldi.leading(field, w, 20);

        assertThat(some.getFirst().subtract(all.getFirst()).norm()).isLessThan(1e-6 * all.getFirst().norm());
        assertThat(some).hasSizeBetween(3, 19).allSatisfy(estimate ->
                assertThat(all).anyMatch(mu -> mu.subtract(estimate).norm() < 0.01 * mu.norm()));
    }

    @Test
    void withAsManyProductsAsCoordinatesTheyAreAllOfThem() {
        DiracGan dirac = new DiracGan(DiracGan.Objective.MINIMAX, 0.2);

        EigenvaluesTest.assertMatch(
                Arnoldi.leading(dirac, new double[] {1, 2}, 9), Eigenvalues.of(dirac.jacobian(1, 2)), 1e-12);
    }

    @Test
    void aSpaceThatIsExhaustedHasNoMore() {
        LinearQuadraticGame game = new LinearQuadraticGame(1, 2, 2);

        assertThat(Arnoldi.leading(d -> new double[] {3 * d[0], 3 * d[1], 3 * d[2]}, 3, 3)).hasSize(1);
        assertThat(Arnoldi.leading(game, new double[2], 2)).hasSize(2);
    }

    @Test
    void itIsMadeOfTheMinibatchOfItsStep() {
        assertThat(GameField.of(game, 1, 0).at(w)).containsExactly(field.at(w));
        assertThat(GameField.of(game, 1, 1).at(w)).isNotEqualTo(field.at(w));
        assertThat(GameField.of(game, 2, 0).at(w)).isNotEqualTo(field.at(w));
    }

    @Test
    void aSharedParameterAndAMissingPlayerAreRefused() {
        Tensor x = Tensor.input("x", Shape.SCALAR);

        assertThatThrownBy(() -> GameField.of(x, List.of(x), x, List.of(x)))
                .hasMessageContaining("each must have its own, at least one");
        assertThatThrownBy(() -> GameField.of(x, List.of(x), x, List.of())).hasMessageContaining("the discriminator 0");
        assertThatThrownBy(() -> field.at(1, 2)).hasMessageContaining("2 coordinates are given");
    }

    private RealMatrix differences() {
        List<double[]> columns = new ArrayList<>();
        for (int j = 0; j < w.length; j++) {
            double[] up = w.clone();
            double[] down = w.clone();
            up[j] += 1e-5;
            down[j] -= 1e-5;
            double[] high = field.at(up);
            double[] low = field.at(down);
            columns.add(IntStream.range(0, w.length).mapToDouble(i -> (high[i] - low[i]) / 2e-5).toArray());
        }
        return MatrixUtils.createRealMatrix(columns.toArray(double[][]::new)).transpose();
    }

    private RealMatrix blocks(RealMatrix jacobian) {
        double[][] rows = jacobian.getData();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = i < field.generator() == j < field.generator() ? rows[i][j] : 0;
            }
        }
        return MatrixUtils.createRealMatrix(rows);
    }

    private static double largestDifference(RealMatrix a, RealMatrix b) {
        return Arrays.stream(a.subtract(b).getData())
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
    }
}
