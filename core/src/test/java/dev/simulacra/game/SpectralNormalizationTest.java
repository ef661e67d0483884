package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.objective.Hinge;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Sequential;
import dev.simulacra.nn.SpectralLinear;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
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
import org.junit.jupiter.api.Test;

/// A training whose discriminator is made of [SpectralLinear].
class SpectralNormalizationTest {
    private static final long SEED = 3;
    private static final Player.Optimization STRATEGY = new Player.Optimization(
            new Adam(0, 0.9, 1e-8), new Schedule.Constant(0.01), new WeightAverage(0.5));

    private final List<SpectralLinear> layers = List.of(layer(0, 2, 12), layer(1, 12, 12), layer(2, 12, 1));

    @Test
    void afterStepsOfTrainingEveryLayerHasNormOne() {
        List<float[]> before = layers.stream().map(layer -> layer.W().storage().clone()).toList();

        train(40);

        for (int i = 0; i < layers.size(); i++) {
            SpectralLinear layer = layers.get(i);
            double estimate = Reference.create().scalar(layer.norm(ForwardPass.inference()));
            assertThat(layer.W().storage()).isNotEqualTo(before.get(i));
            assertThat(largestSingularValue(layer.W()) / estimate).isCloseTo(1, within(0.01));
        }
    }

    /// A product of three norms of 1 and two slopes of at most 1.
    @Test
    void theDiscriminatorsSlopesAreAtMostOne() {
        train(40);
        Tensor x = Tensor.draw("anywhere", new Law.Normal(), Shape.of(200, 2));
        Tensor slopes = Gradients.of(network().apply(x, ForwardPass.inference()).sum(), x);

        double[] norms = Reference.create().value(slopes.square().sumTo(Shape.of(200, 1)).sqrt());

        assertThat(Arrays.stream(norms).max().orElseThrow()).isBetween(0.1, 1.01);
    }

    @Test
    void dataAndSamplesAreJudgedAsOneMinibatch() {
        assertThat(game().jointUpdateGraph("one").judgement()).isInstanceOf(DiscriminatorScores.JointBatch.class);
    }

    @Test
    void theVectorsArePartOfTheState() {
        assertThat(training().state()).extracting(Parameter::name)
                .contains("discriminator/0/left", "discriminator/2/right");
    }

    private void train(long steps) {
        training().run(steps, 1000, _ -> {});
    }

    private Training training() {
        return new Training(game(), STRATEGY, STRATEGY, new Alternating(1), SEED, 1);
    }

    private Game game() {
        Game plain = Games.perceptrons(8, 32, SEED);
        return new Game(plain.data(), plain.generator(), new Discriminator(network()), new Hinge(), List.of(),
                plain.minibatch());
    }

    private Sequential network() {
        Activation leaky = new Activation.LeakyRelu(0.2);
        return Sequential.of(layers.get(0), leaky, layers.get(1), leaky, layers.get(2));
    }

    private static SpectralLinear layer(int i, int inputs, int outputs) {
        return SpectralLinear.create("discriminator/" + i, inputs, outputs, Initializer.xavierNormal(),
                Initializer.zeros(), SEED);
    }

    /// By Hestenes' one-sided Jacobi rotations: columns are turned against each other until all are orthogonal; the
    /// longest is the answer.
    private static double largestSingularValue(Parameter W) {
        int columns = W.shape().extent(1);
        List<double[]> a = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            double[] column = new double[W.shape().extent(0)];
            for (int i = 0; i < column.length; i++) {
                column[i] = W.storage()[i * columns + j];
            }
            a.add(column);
        }
        for (int sweep = 0; sweep < 30; sweep++) {
            for (int i = 0; i < columns; i++) {
                for (int j = i + 1; j < columns; j++) {
                    rotate(a.get(i), a.get(j));
                }
            }
        }
        return a.stream().mapToDouble(x -> Math.sqrt(dot(x, x))).max().orElseThrow();
    }

    private static void rotate(double[] x, double[] y) {
        double xy = dot(x, y);
        if (xy == 0) {
            return;
        }
        double zeta = (dot(y, y) - dot(x, x)) / (2 * xy);
        double t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double c = 1 / Math.hypot(1, t);
        for (int i = 0; i < x.length; i++) {
            double before = x[i];
            x[i] = c * (before - t * y[i]);
            y[i] = c * (t * before + y[i]);
        }
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
