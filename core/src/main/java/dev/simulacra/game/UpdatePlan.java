package dev.simulacra.game;

import dev.simulacra.program.Computation;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a step of training consists of: whose gradient is taken where, and who moves when.
///
/// @param inOrder one after the other
/// @param shown   what the turns let see
record UpdatePlan(List<Update> inOrder, Monitored shown) {
    /// Computations that run `times` times in each step, each reading what the one before has left.
    record Update(String name, int times, List<Computation> inOrder) {}

    /// What can be read after a step.
    ///
    /// @param value         `V(D, G)` before the discriminator's move, an output of the first turn
    /// @param meanOnData    the mean of the discriminator's outputs on data, likewise
    /// @param meanOnSamples the mean of its outputs on generated examples, likewise
    /// @param generatorLoss `J(G)` before the generator's move, an output of the last turn
    record Monitored(Tensor value, Tensor meanOnData, Tensor meanOnSamples, Tensor generatorLoss) {
        static Monitored in(Game.UpdateGraph first, Game.UpdateGraph second) {
            return new Monitored(first.value(), first.meanOnData(), first.meanOnSamples(), second.generatorLoss());
        }

        Computation byD(Game.UpdateGraph round) {
            return new Computation(List.of(value, meanOnData, meanOnSamples), round.discriminatorStatistics());
        }

        Computation byG(Game.UpdateGraph round) {
            return new Computation(List.of(generatorLoss), round.generatorStatistics());
        }
    }

    /// The turns of a step in which D's player `thetaD` and G's player `thetaG` move in `order`.
    static UpdatePlan of(Game game, Player thetaD, Player thetaG, Order order) {
        Table table = new Table(game, thetaD, thetaG);
        return switch (order) {
            case Order.Alternating(var k, var unrolled) -> table.alternate(k, unrolled);
            case Order.SharedNoise _ -> table.alternateOnSharedNoise();
            case Order.Simultaneous _ -> table.moveTogether();
            case Order.Extragradient _ -> table.lookAheadAndMove();
            case Order.Consensus(var weight) -> table.seekConsensus(weight);
        };
    }

    /// A game and its two players.
    private record Table(Game game, Player thetaD, Player thetaG) {
        UpdatePlan alternate(int k, int unrolled) {
            Game.UpdateGraph first = game.joinedRound("discriminator");
            Game.UpdateGraph second = game.round("generator", foreseen(unrolled));
            Monitored shown = Monitored.in(first, second);
            Computation ascent = thetaD.ascend(first.penalizedValue()).and(shown.byD(first));
            Computation descent = thetaG.descend(second.wholeGeneratorLoss()).and(shown.byG(second));
            String times = k == 1 ? "" : ", " + k + " times";
            return new UpdatePlan(
                    List.of(new Update("the discriminator's update" + times, k, List.of(ascent)),
                            new Update("the generator's update", 1, List.of(descent))),
                    shown);
        }

        /// The discriminator after `steps` more of its steps.
        private Function<Parameter, Tensor> foreseen(int steps) {
            Player.PlayerState position = thetaD.present();
            for (int i = 0; i < steps; i++) {
                Game.UpdateGraph round = game.round("generator", thetaD.at(position, Parameter::value));
                position = thetaD.next(position, ofD(round, position));
            }
            return thetaD.at(position, Parameter::value);
        }

        UpdatePlan alternateOnSharedNoise() {
            Game.UpdateGraph first = game.joinedRound("discriminator");
            Game.UpdateGraph second = game.round("discriminator");
            Monitored shown = Monitored.in(first, second);
            Computation ascent = thetaD.ascend(first.penalizedValue()).and(shown.byD(first));
            Computation descent = thetaG.descend(shown.generatorLoss).and(shown.byG(second));
            return new UpdatePlan(
                    List.of(new Update(
                            "the discriminator's update, then the generator's", 1, List.of(ascent, descent))),
                    shown);
        }

        UpdatePlan moveTogether() {
            Game.UpdateGraph round = game.round("discriminator");
            return together(round, ofD(round, thetaD.present()), ofG(round, thetaG.present()));
        }

        UpdatePlan lookAheadAndMove() {
            Game.UpdateGraph here = game.round("discriminator");
            Player.PlayerState aheadD = thetaD.next(thetaD.present(), ofD(here, thetaD.present()));
            Player.PlayerState aheadG = thetaG.next(thetaG.present(), ofG(here, thetaG.present()));
            Game.UpdateGraph there =
                    game.round("discriminator", thetaD.at(aheadD, thetaG.at(aheadG, Parameter::value)));
            return together(here, ofD(there, aheadD), ofG(there, aheadG));
        }

        UpdatePlan seekConsensus(double weight) {
            Game.UpdateGraph round = game.round("discriminator");
            List<Tensor> ofD = ofD(round, thetaD.present());
            List<Tensor> ofG = ofG(round, thetaG.present());
            Tensor steepness = halfSquare(ofD).plus(halfSquare(ofG)).times(weight);
            return together(
                    round,
                    sums(ofD, Gradients.of(steepness, thetaD.present().weights())),
                    sums(ofG, Gradients.of(steepness, thetaG.present().weights())));
        }

        /// The gradients of what D descends, with respect to its weights at `position`.
        private static List<Tensor> ofD(Game.UpdateGraph round, Player.PlayerState position) {
            return Gradients.of(round.penalizedValue().negate(), position.weights());
        }

        /// The gradients of what G descends, with respect to its weights at `position`.
        private static List<Tensor> ofG(Game.UpdateGraph round, Player.PlayerState position) {
            return Gradients.of(round.generatorLoss(), position.weights());
        }

        private static Tensor halfSquare(List<Tensor> gradients) {
            return gradients.stream().map(g -> g.square().sum()).reduce(Tensor.of(0), Tensor::plus).times(0.5);
        }

        private static List<Tensor> sums(List<Tensor> a, List<Tensor> b) {
            List<Tensor> sums = new ArrayList<>();
            for (int i = 0; i < a.size(); i++) {
                sums.add(a.get(i).plus(b.get(i)));
            }
            return sums;
        }

        /// One turn in which both players move against these gradients.
        private UpdatePlan together(Game.UpdateGraph round, List<Tensor> ofD, List<Tensor> ofG) {
            Monitored shown = Monitored.in(round, round);
            Computation moves = thetaD.move(ofD).and(shown.byD(round)).and(thetaG.move(ofG)).and(shown.byG(round));
            return new UpdatePlan(List.of(new Update("both players' update", 1, List.of(moves))), shown);
        }
    }
}
