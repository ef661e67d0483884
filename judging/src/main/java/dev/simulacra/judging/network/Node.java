package dev.simulacra.judging.network;

import java.util.List;

/// A variable of a Bayesian network with its law given its parents.
///
/// @param name    the name
/// @param states  the words that it can be
/// @param parents the positions of its parents in the network
/// @param p       the probabilities of the states, for each combination of the parents' states; the last parent's
///     changes fastest: that of state s under combination k is `p[k · states + s]`
@SuppressWarnings("ArrayRecordComponent")
public record Node(String name, List<String> states, List<Integer> parents, double[] p) {
    public Node {
        states = List.copyOf(states);
        parents = List.copyOf(parents);
    }

    /// This variable with other probabilities.
    Node withProbabilities(double... others) {
        return new Node(name, states, parents, others);
    }
}
