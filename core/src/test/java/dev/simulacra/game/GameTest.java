package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.penalty.GradientPenalty;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Packed;
import dev.simulacra.nn.Sequential;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GameTest {
    private static final long SEED = 5;
    private static final List<Penalty> BOTH_SIDES =
            List.of(new R1(0.5), new R2(2), new GradientPenalty(0.3));

    @ParameterizedTest
    @MethodSource("penaltiesThatJoin")
    void dataAndSamplesJudgedAsOneMinibatchGiveTheSameValueAndGradients(List<Penalty> penalties) {
        Game game = game(penalties);
        Game.UpdateGraph joined = game.jointUpdateGraph("one");

        assertThat(joined.judgement()).isInstanceOf(DiscriminatorScores.JointBatch.class);
        List<double[]> expected = values(game.updateGraph("one"));
        List<double[]> actual = values(joined);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).containsExactly(expected.get(i), within(1e-12));
        }
    }

    static List<List<Penalty>> penaltiesThatJoin() {
        return List.of(List.of(), BOTH_SIDES, List.of(new GradientPenalty(0.3)));
    }

    @Test
    void aDiscriminatorThatCouplesExamplesJudgesThemApart() {
        Game game = Games.everything(Games.NON_SATURATING, SEED);

        assertThat(game.jointUpdateGraph("one").judgement()).isInstanceOf(DiscriminatorScores.SeparateBatches.class);
    }

    @Test
    void aDiscriminatorOfPacksJudgesThemApart() {
        Game game = packing(2, 8);

        Game.UpdateGraph round = game.jointUpdateGraph("one");

        assertThat(round.judgement()).isInstanceOf(DiscriminatorScores.SeparateBatches.class);
        assertThat(round.judgement().realLogits().shape()).isEqualTo(Shape.of(4, 1));
        assertThat(Reference.create().at(SEED, 3, 3).scalar(round.penalizedValue())).isFinite();
    }

    @Test
    void packsThatDoNotDivideTheMinibatchAreRefused() {
        assertThatThrownBy(() -> packing(3, 8))
                .hasMessage("game: a minibatch of 8 is not a number of whole packs of 3");
    }

    /// A layer of the user's own hides the packs from every question about types; the shapes show them.
    @Test
    void packsInsideALayerOfTheUsersOwnMustBeStated() {
        Game whole = packing(2, 8);
        Layer wrapper = new Layer() {
            @Override
            public Tensor apply(Tensor x, ForwardPass pass) {
                return whole.discriminator().network().apply(x, pass);
            }

            @Override
            public List<Parameter> parameters() {
                return whole.discriminator().network().parameters();
            }
        };

        assertThatThrownBy(() -> new Game(whole.data(), whole.generator(), new Discriminator(wrapper),
                whole.objective(), List.of(), 8))
                .hasMessage("game: the discriminator makes (4, 1) of a minibatch; (8, 1) is required,"
                        + " one logit for each pack of its examples");
        Game stated = new Game(
                whole.data(), whole.generator(), new Discriminator(wrapper, 2), whole.objective(), List.of(), 8);
        assertThat(stated.updateGraph("one").judgement().realLogits().shape()).isEqualTo(Shape.of(4, 1));
    }

    @Test
    void aGeneratorOfOtherColumnsIsRefused() {
        Game plain = Games.perceptrons(6, 8, SEED);
        Generator narrow = new Generator(
                Linear.create("narrow", plain.generator().noisePrior().dimension(), 1, Initializer.xavierNormal(),
                        Initializer.zeros(), SEED),
                plain.generator().noisePrior(), 2);

        assertThatThrownBy(() -> new Game(
                plain.data(), narrow, plain.discriminator(), plain.objective(), List.of(), 8))
                .hasMessage("game: the generator makes (8, 1) of a minibatch; (8, 2) is required");
    }

    /// 2-D examples before a linear discriminator of packs.
    private static Game packing(int size, int minibatch) {
        Game plain = Games.perceptrons(6, minibatch, SEED);
        Initializer zeros = Initializer.zeros();
        Layer packs = Sequential.of(
                new Packed(size),
                Linear.create("packs", 2 * size, 1, Initializer.xavierNormal(), zeros, SEED));
        return new Game(plain.data(), plain.generator(), new Discriminator(packs, size), plain.objective(),
                BOTH_SIDES,
                minibatch);
    }

    @Test
    void slopesOnOneSideAloneKeepTheMinibatchesApart() {
        assertThat(game(List.of(new R1(1))).jointUpdateGraph("one").judgement())
                .isInstanceOf(DiscriminatorScores.SeparateBatches.class);
        assertThat(game(List.of(new R2(1))).jointUpdateGraph("one").judgement())
                .isInstanceOf(DiscriminatorScores.SeparateBatches.class);
    }

    private static Game game(List<Penalty> penalties) {
        Game plain = Games.perceptrons(6, 8, SEED);
        return new Game(
                plain.data(), plain.generator(), plain.discriminator(), plain.objective(), penalties, 8);
    }

    /// The penalized value, D's means on both halves, and the gradient in each of D's weights.
    private static List<double[]> values(Game.UpdateGraph round) {
        List<Tensor> weights = round.game().discriminator().network().parameters().stream()
                .map(Parameter::value)
                .toList();
        List<Tensor> wanted = new ArrayList<>(Gradients.of(round.penalizedValue(), weights));
        wanted.addAll(List.of(round.penalizedValue(), round.meanOnData(), round.meanOnSamples()));
        return Reference.create().at(SEED, 3, 3).values(wanted);
    }
}
