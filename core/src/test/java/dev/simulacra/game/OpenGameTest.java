package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Sequential;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.program.Computation;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Objectives, penalties, orders, schedules and activations written from outside, each a copy of one of the house's
/// own: a training with the copy must have the same bits.
class OpenGameTest {
    private static final long SEED = 11;
    private static final Game HOUSE = Games.perceptrons(6, 16, SEED);

    record OwnObjective(Objective copied) implements Objective {
        @Override
        public Tensor value(Tensor real, Tensor fake) {
            return copied.value(real, fake);
        }

        @Override
        public Tensor generatorLoss(Tensor real, Tensor fake) {
            return copied.generatorLoss(real, fake);
        }

        @Override
        public Tensor output(Tensor logits) {
            return logits.sigmoid();
        }

        @Override
        public OutputScale scale() {
            return OutputScale.PROBABILITY;
        }
    }

    record OwnPenalty(double gamma) implements Penalty {
        @Override
        public Tensor of(DiscriminatorScores scores) {
            return scores.realSlopes().square().sumTo(scores.realLogits().shape()).mean().times(gamma * 0.5);
        }

        @Override
        public Set<Side> slopes() {
            return Set.of(Side.DATA);
        }
    }

    record OwnSchedule(double rate) implements Schedule {
        @Override
        public double at(long step) {
            return rate;
        }

        @Override
        public Range range() {
            return Range.between(rate, rate);
        }
    }

    /// The discriminator's update alone.
    record OnlyDiscriminator() implements Order {
        @Override
        public int k() {
            return 1;
        }

        @Override
        public UpdatePlan plan(Game game, Player generator, Player discriminator) {
            Game.UpdateGraph graph = game.updateGraph("discriminator");
            Monitored monitored = Monitored.of(graph, graph);
            Computation ascent = discriminator.ascend(graph.penalizedValue())
                    .and(monitored.byDiscriminator(graph))
                    .and(monitored.byGenerator(graph));
            return new UpdatePlan(List.of(new UpdatePlan.Update("the discriminator's update", 1, List.of(ascent))),
                    monitored);
        }
    }

    record Square() implements Activation {
        @Override
        public Tensor of(Tensor x) {
            return x.square();
        }
    }

    @Test
    void anObjectiveAPenaltyAndAScheduleFromOutsideTrainToTheSameBits() {
        Objective own = new OwnObjective(HOUSE.objective());
        float[] expected = trained(HOUSE.objective(), new R1(0.5), new Schedule.Constant(1e-3), new Alternating(2));

        assertThat(trained(own, new R1(0.5), new Schedule.Constant(1e-3), new Alternating(2))).isEqualTo(expected);
        assertThat(trained(own, new R1(0.5), new OwnSchedule(1e-3), new Alternating(2))).isEqualTo(expected);
        assertThat(trained(own, new OwnPenalty(0.5), new OwnSchedule(1e-3), new Alternating(2)))
                .usingComparatorWithPrecision(1e-5f).containsExactly(expected);
        assertThat(trained(own, new R1(5), new Schedule.Constant(1e-3), new Alternating(2))).isNotEqualTo(expected);
    }

    @Test
    void anOrderFromOutsideMovesWhomItNames() {
        Game game = game(HOUSE.objective(), new R1(0.5));
        List<float[]> before = copies(game.generator().network().parameters());
        List<float[]> ofD = copies(game.discriminator().network().parameters());
        training(game, new Schedule.Constant(1e-2), new OnlyDiscriminator()).run(3, 1, _ -> {});

        assertThat(copies(game.generator().network().parameters())).usingRecursiveComparison().isEqualTo(before);
        assertThat(copies(game.discriminator().network().parameters())).usingRecursiveComparison().isNotEqualTo(ofD);
    }

    @Test
    void anObjectiveWithoutItsPartOnDataCannotBeUnrolled() {
        Game game = game(new OwnObjective(new NonSaturating(new LogProbability.FromLogits())), new R1(0.5));

        assertThatThrownBy(() -> training(game, new Schedule.Constant(1e-3), new Alternating(1, 2)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("implement generatorLossOnData");
    }

    @Test
    void aWeightThatFallsBelowZeroAtSomeStepIsRefused() {
        assertThatThrownBy(() -> new R1(new Schedule.LinearRamp(1, -1, 0, 10)))
                .hasMessage("R1: gamma is -1.0, it must be at least 0 and finite");
    }

    private static float[] trained(Objective objective, Penalty penalty, Schedule rate, Order order) {
        Game game = game(objective, penalty);
        training(game, rate, order).run(6, 1, _ -> {});
        return game.generator().network().parameters().getFirst().storage().clone();
    }

    private static Training training(Game game, Schedule rate, Order order) {
        Player.Optimization optimization =
                new Player.Optimization(new Adam(0.5, 0.9, 1e-8), rate, new WeightAverage(0));
        return new Training(game, optimization, optimization, order, SEED, 1);
    }

    private static Game game(Objective objective, Penalty penalty) {
        Game fresh = Games.perceptrons(6, 16, SEED);
        Initializer normal = Initializer.xavierNormal();
        Discriminator discriminator = new Discriminator(Sequential.of(
                Linear.create("own/0", 2, 8, normal, Initializer.zeros(), SEED),
                new Square(),
                Linear.create("own/1", 8, 1, normal, Initializer.zeros(), SEED)));
        return new Game(fresh.data(), fresh.generator(), discriminator, objective, List.of(penalty), 16);
    }

    private static List<float[]> copies(List<Parameter> parameters) {
        return parameters.stream().map(p -> p.storage().clone()).toList();
    }
}
