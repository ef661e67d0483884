package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.LabelledDataset;
import dev.simulacra.data.LabelledNoise;
import dev.simulacra.data.LabelledRows;
import dev.simulacra.data.Labels;
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
import dev.simulacra.nn.Conditional;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Packed;
import dev.simulacra.nn.Sequential;
import dev.simulacra.optim.Adam;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Games in which both players see a label: examples of two columns, labels of two values.
class ConditionalGameTest {
    private static final long SEED = 3;
    private static final int MINIBATCH = 16;
    private static final Labels SHARES = new Labels(0.25, 0.75);

    /// The discriminator `⟨(3, −4), x⟩ + ⟨(100, −70), y⟩`: its slope in x is 5, in (x, y) it is 122.
    @ParameterizedTest
    @MethodSource
    void penaltiesAreOnSlopesInTheExampleAlone(Penalty penalty, double expected) {
        Linear linear = Linear.create("linear", 4, 1, Initializer.zeros(), Initializer.zeros(), SEED);
        linear.W().assign(new float[] {3, -4, 100, -70});
        Game game = game(linear, List.of(penalty), SHARES);

        for (Game.UpdateGraph round : List.of(game.updateGraph("one"), game.jointUpdateGraph("one"))) {
            Tensor paid = round.value().minus(round.penalizedValue());
            assertThat(reference().scalar(paid)).isCloseTo(expected, within(1e-9));
        }
    }

    static Stream<Object[]> penaltiesAreOnSlopesInTheExampleAlone() {
        return Stream.of(
                new Object[] {new R1(0.5), 0.25 * 25},
                new Object[] {new R2(0.5), 0.25 * 25},
                new Object[] {new GradientPenalty(10), 10 * 16},
                new Object[] {new OneSidedGradientPenalty(10), 10 * 16},
                new Object[] {new Dragan(10, 0.5), 10 * 16});
    }

    /// Were the labels of points in between or around mixed or moved, this discriminator's slope would tell.
    @ParameterizedTest
    @MethodSource
    void penaltiesLookWhereLabelsAreLabels(Penalty penalty) {
        Game game = game(new SlopeOfTheLabel(), List.of(penalty), SHARES);

        Tensor paid = game.updateGraph("one").value().minus(game.updateGraph("one").penalizedValue());

        assertThat(reference().scalar(paid)).isCloseTo(16, within(1e-9));
    }

    static Stream<Penalty> penaltiesLookWhereLabelsAreLabels() {
        return Stream.of(new GradientPenalty(1), new OneSidedGradientPenalty(1), new Dragan(1, 0.5));
    }

    @Test
    void dataAndSamplesJudgedAsOneMinibatchGiveTheSameValueAndGradients() {
        Game game = game(perceptron("discriminator", 4, 1), List.of(new R1(1), new R2(1)), SHARES);
        Game.UpdateGraph joined = game.jointUpdateGraph("one");
        List<Tensor> weights = game.discriminator().network().parameters().stream().map(Parameter::value).toList();

        assertThat(joined.judgement()).isInstanceOf(DiscriminatorScores.JointBatch.class);
        List<Tensor> expected = Gradients.of(game.updateGraph("one").penalizedValue(), weights);
        List<Tensor> actual = Gradients.of(joined.penalizedValue(), weights);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(reference().value(actual.get(i)))
                    .containsExactly(reference().value(expected.get(i)), within(1e-12));
        }
    }

    /// Seed 3, 20,000 draws. A logit's deviation is below 1, so the tolerance is above 5 standard errors of each mean.
    @Test
    void theValueIsTheMeanOfTheValuesOfTheLabels() {
        int m = 20_000;
        Layer network = perceptron("discriminator", 4, 1);
        double ofFirst = value(network, Labels.only(0, 2), m);
        double ofSecond = value(network, Labels.only(1, 2), m);

        double ofBoth = value(network, SHARES, m);

        assertThat(ofBoth).isCloseTo(0.25 * ofFirst + 0.75 * ofSecond, within(5 * Math.sqrt(2.0 / m)));
        assertThat(Math.abs(ofFirst - ofSecond)).isGreaterThan(0.2);
    }

    @Test
    void theGeneratorHandsOnTheLabelsThatItIsAskedFor() {
        Generator generator = game(perceptron("discriminator", 4, 1), List.of(), SHARES).generator();

        float[] asked = Samples.of(generator.withLabels(Labels.only(1, 2)).distribution(Parameter::value), "z", SEED, 1)
                .rows(0, 50);
        float[] all = Samples.of(generator.distribution(Parameter::value), "z", SEED, 1).rows(0, 50);

        assertThat(generator.labels()).isEqualTo(2);
        assertThat(LabelledRows.of(asked, 2, 2).labels()).containsOnly(1);
        assertThat(LabelledRows.of(all, 2, 2).labels()).contains(0, 1);
    }

    @Test
    void atALabelBothPlayersAreWhatTheyAreForRowsThatHaveIt() {
        Game game = game(Sequential.of(new Packed(2), perceptron("discriminator", 8, 1)), List.of(), SHARES);
        Generator generator = game.generator();
        Discriminator discriminator = game.discriminator();

        float[] rows = samples(generator.withLabels(Labels.only(1, 2)));
        float[] points = samples(generator.atLabel(1));

        assertThat(points).isEqualTo(LabelledRows.of(rows, 2, 2).examples());
        assertThat(generator.atLabel(1).labels()).isZero();
        assertThat(logits(discriminator.atLabel(1, 2), points, 2)).isEqualTo(logits(discriminator, rows, 4));
        assertThat(logits(discriminator.atLabel(0, 2), points, 2)).isNotEqualTo(logits(discriminator, rows, 4));
        assertThat(discriminator.atLabel(1, 2).pack()).isEqualTo(2);
        assertThat(discriminator.atLabel(1, 2).network().parameters()).isEqualTo(discriminator.network().parameters());
        assertThatThrownBy(() -> discriminator.atLabel(2, 2)).hasMessage(
                "at label: 2 is none of 2 labels; there are 0 to 1");
        assertThatThrownBy(() -> generator.atLabel(0).atLabel(0)).hasMessage(
                "generator: it has no labels, 0 is asked for");
    }

    private static float[] samples(Generator generator) {
        return Samples.of(generator.distribution(Parameter::value), "z", SEED, 1).rows(0, 50);
    }

    private static double[] logits(Discriminator discriminator, float[] rows, int columns) {
        Tensor x = Tensor.table("x", Shape.of(rows.length / columns, columns), rows);
        return reference().value(discriminator.logits(x, ForwardPass.inference()));
    }

    @ParameterizedTest
    @MethodSource
    void bothPlayersMoveInEveryOrder(Order order) {
        Layer packs = Sequential.of(new Packed(2), perceptron("discriminator", 8, 1));
        Game game = game(packs, List.of(new R1(1), new GradientPenalty(1)), SHARES);
        List<float[]> before = weights(game);
        Player.Optimization strategy = Games.strategy(new Adam(0.5, 0.9, 1e-8), 1e-3);
        Training training = new Training(game, strategy, strategy, order, SEED, 2);

        training.run(3, 3, _ -> {});

        List<float[]> after = weights(game);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isNotEqualTo(before.get(i));
        }
    }

    static Stream<Order> bothPlayersMoveInEveryOrder() {
        return Stream.of(new Alternating(2, 2), new SharedNoise(), new Simultaneous(),
                new Extragradient(), new Consensus(0.1));
    }

    @Test
    void labelsThatDoNotFitAreRefused() {
        Layer network = perceptron("generator", 5, 2);
        Gaussian plain = Gaussian.isotropic(5, 1);

        assertThatThrownBy(() -> new Generator(new Conditional(network, 2), plain, 4)).hasMessage(
                "generator: the noise has 0 labels, the network hands on 2; it must hand on all");
        assertThatThrownBy(() -> new Generator(network, plain, 2).withLabels(SHARES)).hasMessage(
                "generator: it has 0 labels, 2 are asked for; the numbers must be equal");
        assertThatThrownBy(() -> new Conditional(network, 0)).hasMessage(
                "conditional: 0 labels; there must be at least 1");
    }

    /// `ℓ = ⟨(3, −4), x⟩ · (y₀² + y₁²)`: the slope in x is 5 at indicator rows and nowhere else near them.
    private record SlopeOfTheLabel() implements Layer {
        @Override
        public Tensor apply(Tensor rows, ForwardPass pass) {
            Tensor w = Tensor.table("w", Shape.of(2, 1), 3, -4);
            Tensor ones = Tensor.filled(1, Shape.of(2, 1));
            return rows.slice(1, 0, 2).matmul(w).times(rows.slice(1, 2, 4).square().matmul(ones));
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }
    }

    /// Data of label 0 around (0, 0), of label 1 around (3, 3).
    private static Game game(Layer discriminator, List<Penalty> penalties, Labels labels) {
        return game(discriminator, penalties, labels, MINIBATCH);
    }

    private static int pack(Layer network) {
        return network instanceof Sequential(var layers) && layers.getFirst() instanceof Packed(var size) ? size : 1;
    }

    private static Game game(Layer discriminator, List<Penalty> penalties, Labels labels, int minibatch) {
        int n = 4000;
        float[] points = Gaussian.isotropic(2, 1).rows(SEED, "points", n);
        int[] numbers = LabelledRows.of(labels.rows(SEED, "numbers", n), 0, 2).labels();
        for (int i = 0; i < n; i++) {
            points[2 * i] += 3 * numbers[i];
            points[2 * i + 1] += 3 * numbers[i];
        }
        Generator generator = new Generator(
                new Conditional(perceptron("generator", 5, 2), 2),
                new LabelledNoise(Gaussian.isotropic(3, 1), labels),
                4);
        return new Game(
                LabelledDataset.of(new Dataset("points", n, 2, points), numbers, 2), generator,
                new Discriminator(discriminator, pack(discriminator)), Games.NON_SATURATING, penalties, minibatch);
    }

    private static double value(Layer discriminator, Labels labels, int m) {
        return reference().scalar(game(discriminator, List.of(), labels, m).updateGraph("one").value());
    }

    private static Reference reference() {
        return Reference.create().at(SEED, 0, 0);
    }

    private static List<float[]> weights(Game game) {
        return Stream.concat(
                        game.generator().network().parameters().stream(),
                        game.discriminator().network().parameters().stream().limit(1))
                .map(p -> p.storage().clone())
                .toList();
    }

    private static Layer perceptron(String name, int inputs, int outputs) {
        Initializer weights = Initializer.xavierNormal();
        return Sequential.of(
                Linear.create(name + "/0", inputs, 8, weights, Initializer.zeros(), SEED),
                new Activation.Tanh(),
                Linear.create(name + "/1", 8, outputs, weights, Initializer.zeros(), SEED));
    }
}
