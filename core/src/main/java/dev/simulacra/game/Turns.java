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
record Turns(List<Turn> inOrder, Shown shown) {
    /// Computations that run `times` times in each step, each reading what the one before has left.
    record Turn(String name, int times, List<Computation> inOrder) {}

    /// What can be read after a step.
    ///
    /// @param value         `V(D, G)` before the discriminator's move, an output of the first turn
    /// @param meanOnData    the mean of the discriminator's outputs on data, likewise
    /// @param meanOnSamples the mean of its outputs on generated examples, likewise
    /// @param generatorLoss `J(G)` before the generator's move, an output of the last turn
    record Shown(Tensor value, Tensor meanOnData, Tensor meanOnSamples, Tensor generatorLoss) {
        static Shown in(Game.Round first, Game.Round second) {
            return new Shown(first.value(), first.meanOnData(), first.meanOnSamples(), second.generatorLoss());
        }

        Computation byD(Game.Round round) {
            return new Computation(List.of(value, meanOnData, meanOnSamples), round.discriminatorStatistics());
        }

        Computation byG(Game.Round round) {
            return new Computation(List.of(generatorLoss), round.generatorStatistics());
        }
    }

    /// The turns of a step in which D's player `thetaD` and G's player `thetaG` move in `order`.
    static Turns of(Game game, Player thetaD, Player thetaG, Order order) {
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
        Turns alternate(int k, int unrolled) {
            Game.Round first = game.joinedRound("discriminator");
            Game.Round second = game.round("generator", foreseen(unrolled));
            Shown shown = Shown.in(first, second);
            Computation ascent = thetaD.ascend(first.penalizedValue()).and(shown.byD(first));
            Computation descent = thetaG.descend(second.wholeGeneratorLoss()).and(shown.byG(second));
            String times = k == 1 ? "" : ", " + k + " times";
            return new Turns(
                    List.of(new Turn("the discriminator's update" + times, k, List.of(ascent)),
                            new Turn("the generator's update", 1, List.of(descent))),
                    shown);
        }

        /// The discriminator after `steps` more of its steps.
        private Function<Parameter, Tensor> foreseen(int steps) {
            Player.Position position = thetaD.present();
            for (int i = 0; i < steps; i++) {
                Game.Round round = game.round("generator", thetaD.at(position, Parameter::value));
                position = thetaD.next(position, ofD(round, position));
            }
            return thetaD.at(position, Parameter::value);
        }

        Turns alternateOnSharedNoise() {
            Game.Round first = game.joinedRound("discriminator");
            Game.Round second = game.round("discriminator");
            Shown shown = Shown.in(first, second);
            Computation ascent = thetaD.ascend(first.penalizedValue()).and(shown.byD(first));
            Computation descent = thetaG.descend(shown.generatorLoss).and(shown.byG(second));
            return new Turns(
                    List.of(new Turn(
                            "the discriminator's update, then the generator's", 1, List.of(ascent, descent))),
                    shown);
        }

        Turns moveTogether() {
            Game.Round round = game.round("discriminator");
            return together(round, ofD(round, thetaD.present()), ofG(round, thetaG.present()));
        }

        Turns lookAheadAndMove() {
            Game.Round here = game.round("discriminator");
            Player.Position aheadD = thetaD.next(thetaD.present(), ofD(here, thetaD.present()));
            Player.Position aheadG = thetaG.next(thetaG.present(), ofG(here, thetaG.present()));
            Game.Round there = game.round("discriminator", thetaD.at(aheadD, thetaG.at(aheadG, Parameter::value)));
            return together(here, ofD(there, aheadD), ofG(there, aheadG));
        }

        Turns seekConsensus(double weight) {
            Game.Round round = game.round("discriminator");
            List<Tensor> ofD = ofD(round, thetaD.present());
            List<Tensor> ofG = ofG(round, thetaG.present());
            Tensor steepness = halfSquare(ofD).plus(halfSquare(ofG)).times(weight);
            return together(
                    round,
                    sums(ofD, Gradients.of(steepness, thetaD.present().weights())),
                    sums(ofG, Gradients.of(steepness, thetaG.present().weights())));
        }

        /// The gradients of what D descends, with respect to its weights at `position`.
        private static List<Tensor> ofD(Game.Round round, Player.Position position) {
            return Gradients.of(round.penalizedValue().negate(), position.weights());
        }

        /// The gradients of what G descends, with respect to its weights at `position`.
        private static List<Tensor> ofG(Game.Round round, Player.Position position) {
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
        private Turns together(Game.Round round, List<Tensor> ofD, List<Tensor> ofG) {
            Shown shown = Shown.in(round, round);
            Computation moves = thetaD.move(ofD).and(shown.byD(round)).and(thetaG.move(ofG)).and(shown.byG(round));
            return new Turns(List.of(new Turn("both players' update", 1, List.of(moves))), shown);
        }
    }
}
