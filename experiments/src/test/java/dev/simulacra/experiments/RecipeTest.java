package dev.simulacra.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import dev.simulacra.experiments.Learning.Rule;
import dev.simulacra.experiments.Moves.Turn;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.LeastSquares;
import dev.simulacra.game.objective.VariationalDivergence;
import dev.simulacra.game.objective.VariationalDivergence.Kind;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.nn.Activation;
import dev.simulacra.tensor.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Any objective with any stabilizers and any order of moves is a game, or a clear refusal.
class RecipeTest {
    private static final int STEPS = 3;

    private static final List<Moves> MOVES = List.of(
            Moves.alternating(2),
            Moves.unrolling(2),
            new Moves(Turn.SHARED_NOISE, 1, 0, 0),
            new Moves(Turn.SIMULTANEOUS, 1, 0, 0),
            new Moves(Turn.EXTRAGRADIENT, 1, 0, 0),
            new Moves(Turn.CONSENSUS, 1, 0, 0.1));

    private static final List<Penalties> PENALTIES = List.of(
            new Penalties(0.1, 0.1, 100, 0.01, 0, 0, 0, 0.5),
            Penalties.constant(0.1, 0),
            Penalties.gradient(0.1),
            new Penalties(0, 0, 1, 1, 0, 0.1, 0, 0.5),
            Penalties.dragan(0.1));

    private static final List<Restraints> RESTRAINTS = List.of(
            Restraints.none(),
            new Restraints(0.5, false, 0, 1, 1),
            new Restraints(0, true, 0, 1, 1),
            new Restraints(0, false, 0.5, 2, 1));

    @ParameterizedTest
    @EnumSource
    void everyObjectiveIsPlayedInEveryOrderWithEveryStabilizer(Objectives objective) {
        int next = objective.ordinal();
        for (Moves moves : MOVES) {
            for (Restraints restraints : RESTRAINTS) {
                Rule rule = Rule.values()[next % Rule.values().length];
                Learning learning = new Learning(rule, next % 2 == 0, 1e-3, 2e-3, 1, 0.5, 0.1, 0.5, 0.9, 0.9);
                Penalties penalties = PENALTIES.get(next++ % PENALTIES.size());
                requireMoves(new Recipe(objective, 8, moves, learning, penalties, restraints));
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    void everyNamedGameIsPlayed(Recipe game) {
        requireMoves(game);
    }

    static Stream<Recipe> everyNamedGameIsPlayed() {
        return Recipes.all().values().stream();
    }

    @Test
    void smoothedLabelsAreForProbabilities() {
        Restraints smoothed = new Restraints(0, false, 0, 1, 0.9);

        requireMoves(standard().with(Objectives.MINIMAX).with(smoothed));
        requireRefused(() -> standard().with(Objectives.HINGE).with(smoothed), "label");
    }

    @Test
    void leastSquaresHasLabelsOfItsOwnAndAnFDivergenceASaturatingLoss() {
        Recipe pearson = varied(Objectives.LEAST_SQUARES, new Variant(-1, 1, 0, false));
        Recipe saturating = varied(Objectives.F_PEARSON, new Variant(0, 1, 1, true));

        requireMoves(pearson);
        requireMoves(saturating);

        assertThat(objective(pearson)).isEqualTo(new LeastSquares(-1, 1, 0));
        assertThat(objective(saturating)).isEqualTo(new VariationalDivergence(Kind.PEARSON, true));
        requireRefused(() -> varied(Objectives.LEAST_SQUARES, new Variant(1, 1, 1, false)),
                "least squares: the labels are a = 1.0, b = 1.0 and c = 1.0; they must be finite, a other than b");
        requireRefused(() -> varied(Objectives.HINGE, new Variant(0, 0.9, 1, false)),
                "game: a is 0.0, b is 0.9 and c is 1.0, which are labels of the objective least-squares alone");
        requireRefused(() -> varied(Objectives.HINGE, new Variant(0, 1, 1, true)), "game: saturating is true, which "
                + "the objectives f-… alone can be; minimax is the saturating form of non-saturating");
    }

    private static Recipe varied(Objectives objective, Variant variant) {
        return new Recipe(objective, 8, Moves.alternating(), Learning.adam(1e-3, 0, 0.99, 0.9), Penalties.none(),
                Restraints.none(), variant);
    }

    private static Objective objective(Recipe game) {
        Networks.Perceptron design = Networks.Perceptron.xavier(new Activation.LeakyRelu(0.2));
        Generator generator = new Generator(design.create("generator", 1, 2, 2), Gaussian.isotropic(2, 1), 2);
        return game.training(Gaussian.isotropic(2, 1), generator, game.discriminator(2, 4, 1, design, 1, STEPS), STEPS,
                1, 1).game().objective();
    }

    @Test
    void gammaFallsByHalfInAHalfLifeAndNotBelowWhatIsLeft() {
        R1 r1 = (R1) Penalties.falling(0.8, 0, 100, 0.125).list().getFirst();

        assertThat(r1.gamma().at(0)).isEqualTo(0.8);
        assertThat(r1.gamma().at(100)).isCloseTo(0.4, within(1e-14));
        assertThat(r1.gamma().at(200)).isCloseTo(0.2, within(1e-14));
        assertThat(r1.gamma().at(400)).isEqualTo(0.1);
    }

    @Test
    void ratesEndAtTheShareThatIsLeftOfEach() {
        Learning learning = new Learning(Rule.ADAM, false, 2e-3, 1e-3, 10, 0.1, 0, 0, 0.99, 0);

        assertThat(learning.ofDiscriminator(100).rate().at(100)).isEqualTo(2e-4);
        assertThat(learning.ofGenerator(100).rate().at(100)).isZero();
    }

    @Test
    void ratesAreHeldForTheirStepsOrForThreeTenthsOfAShorterRun() {
        Learning learning = new Learning(Rule.ADAM, false, 2e-3, 1e-3, 30, 0.1, 0, 0, 0.99, 0);

        Map.of(1000, 30, 100, 30, 50, 15, 10, 3).forEach((steps, held) -> {
            assertThat(learning.ofDiscriminator(steps).rate().at(held)).isEqualTo(2e-3);
            assertThat(learning.ofDiscriminator(steps).rate().at(held + 1)).isLessThan(2e-3);
            assertThat(learning.ofGenerator(steps).rate().at(held)).isEqualTo(1e-3);
            assertThat(learning.ofGenerator(steps).rate().at(held + 1)).isLessThan(1e-3);
        });
    }

    @Test
    void whatMakesNoSenseIsRefusedInOneSentence() {
        requireRefused(() -> standard().with(Objectives.WASSERSTEIN), "game: nothing bounds the slope of the critic, "
                + "without which the Wasserstein objective has no maximum; set gradientPenalty, clip or spectral");
        requireRefused(() -> standard().with(Restraints.packs(5)),
                "game: a minibatch of 8 is not a number of whole packs of 5");
        requireRefused(() -> standard().with(Restraints.packs(16)),
                "game: a minibatch of 8 is not a number of whole packs of 16");
        requireRefused(() -> Restraints.packs(0), "game: pack is 0, it must be at least 1");
        requireRefused(() -> new Restraints(0.01, true, 0, 1, 1), "game: weights clipped to 0.01 and spectral "
                + "normalization; the scale of the weights, which clipping bounds, is divided out");
        requireRefused(() -> new Restraints(0, false, 0, 1, 1.5),
                "game: label is 1.5, it must be above 0 and at most 1");
        requireRefused(() -> Penalties.constant(-1, 0), "game: r1 is -1.0, it must be at least 0 and finite");
        requireRefused(() -> Penalties.falling(1, 1, 0, 0.1),
                "game: gammaHalfLife is 0.0 steps, it must be at least 1 and finite");
        requireRefused(() -> Penalties.falling(1, 1, 100, 0),
                "game: gammaLeft is 0.0, it must be above 0 and at most 1");
        requireRefused(() -> Moves.alternating(0), "game: k is 0, it must be at least 1");
        requireRefused(() -> new Moves(Turn.SIMULTANEOUS, 5, 0, 0),
                "game: k is 5 in the order simultaneous; only alternating players move k times to one");
        requireRefused(() -> new Moves(Turn.EXTRAGRADIENT, 1, 5, 0), "game: 5 steps are unrolled in the order "
                + "extragradient; a discriminator that does not move before the generator has no answer to foresee");
        requireRefused(() -> new Moves(Turn.ALTERNATING, 1, 0, 0.5), "game: consensus is 0.5 in the order alternating; "
                + "it must be above 0 in the order consensus and 0 in every other");
        requireRefused(() -> Learning.adam(0, 0, 0.99, 0), "game: rateD is 0.0, it must be above 0 and finite");
    }

    private static Recipe standard() {
        return new Recipe(Objectives.NON_SATURATING, 8, Moves.alternating(), Learning.adam(1e-3, 0, 0.99, 0.9),
                Penalties.none(), Restraints.none());
    }

    private static void requireRefused(ThrowingCallable impossible, String words) {
        assertThatThrownBy(impossible).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }

    /// Both players move, and nothing is left that is no number.
    private static void requireMoves(Recipe game) {
        Networks.Perceptron design = Networks.Perceptron.xavier(new Activation.LeakyRelu(0.2));
        Generator generator = new Generator(
                design.create("generator", 1, 2, 4, 2),
                Gaussian.isotropic(2, 1),
                2);
        Discriminator discriminator = game.discriminator(2, 4, 1, design, 1, STEPS);
        List<float[]> before = weights(generator, discriminator);
        Training training = game.training(Gaussian.isotropic(2, 1), generator, discriminator, STEPS, 1, 1);

        training.run(STEPS, STEPS, _ -> {});

        List<float[]> after = weights(generator, discriminator);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).as("%s in %s", i, game).isNotEqualTo(before.get(i));
        }
        training.state().forEach(p -> {
            for (float value : p.storage()) {
                assertThat(value).as("%s in %s", p, game).isFinite();
            }
        });
    }

    private static List<float[]> weights(Generator generator, Discriminator discriminator) {
        List<float[]> weights = new ArrayList<>();
        for (Parameter p : generator.network().parameters()) {
            weights.add(p.storage().clone());
        }
        weights.add(discriminator.network().parameters().getFirst().storage().clone());
        return weights;
    }
}
