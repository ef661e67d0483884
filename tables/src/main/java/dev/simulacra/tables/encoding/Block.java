package dev.simulacra.tables.encoding;

import java.util.List;

/// The shape of a column for the players: a state out of a finite set and, where the last state is *ranked*, a rank u
/// in (0, 1) within it.
///
/// A discriminator sees the features of a cell: the state as a one-hot vector where there is more than one, then for
/// ordered states with positions p the nine numbers of [Waves] at p, then for a ranked state the nine numbers of
/// [Waves] at u, which are 0 in any other state.
///
/// @param states    the number of states, at least 1
/// @param isRanked  whether the last state has a rank
/// @param positions the position in (0, 1) of each state on the axis of the column; empty where states have no order
public record Block(int states, boolean isRanked, List<Float> positions) {
    /// @throws IllegalArgumentException where there is no state, or there are positions and not one for each state
    public Block {
        positions = List.copyOf(positions);
        if (states < 1 || !positions.isEmpty() && positions.size() != states) {
            throw new IllegalArgumentException("block: " + states + " states with " + positions.size()
                    + " positions; there must be at least one state, and no position or one for each state");
        }
    }

    /// Whether there is more than one state, so that the state is something to be learned.
    public boolean hasChoice() {
        return states > 1;
    }

    /// The number of numbers that a generator gives for a cell: the logits of the states, and one for the rank.
    public int outputs() {
        return logits() + (isRanked ? 1 : 0);
    }

    /// The number of logits: one for each state, none where there is only one.
    public int logits() {
        return hasChoice() ? states : 0;
    }

    /// The number of numbers that later columns of a generator see: the features and, where a state is ranked, the
    /// score of the rank.
    public int seen() {
        return width() + (isRanked ? 1 : 0);
    }

    /// The number of features.
    public int width() {
        return logits() + (positions.isEmpty() ? 0 : Waves.COUNT) + (isRanked ? Waves.COUNT : 0);
    }
}
