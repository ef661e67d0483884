package dev.simulacra.game.order;

import dev.simulacra.game.Game;
import dev.simulacra.game.Order;
import dev.simulacra.game.Player;
import dev.simulacra.game.UpdatePlan;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Simultaneous updates, in which each player also pays for the steepness of the game: with the gradients
/// `v = (−∇V, ∇J)` of both players, each adds `weight · ½‖v‖²` to what it descends.
///
/// Source: Mescheder, Nowozin and Geiger 2017 (arXiv:1705.10461), equation 7 and algorithm 2.
///
/// @param weight `γ` in the source, at least 0
public record Consensus(double weight) implements Order {
    /// @throws IllegalArgumentException where `weight` is negative or not finite
    public Consensus {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "consensus: the weight is " + weight + ", it must be at least 0 and finite");
        }
    }

    @Override
    public int k() {
        return 1;
    }

    @Override
    public UpdatePlan plan(Game game, Player generator, Player discriminator) {
        Game.UpdateGraph graph = game.updateGraph("discriminator");
        List<Tensor> ofD = graph.discriminatorGradients(discriminator.present());
        List<Tensor> ofG = graph.generatorGradients(generator.present());
        Tensor steepness = halfSquare(ofD).plus(halfSquare(ofG)).times(weight);
        return new JointUpdate(graph, generator, discriminator).against(
                sums(ofG, Gradients.of(steepness, generator.present().weights())),
                sums(ofD, Gradients.of(steepness, discriminator.present().weights())));
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
}
