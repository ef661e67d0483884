package dev.simulacra.experiments;

import dev.simulacra.game.Order;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.order.Consensus;
import dev.simulacra.game.order.Extragradient;
import dev.simulacra.game.order.SharedNoise;
import dev.simulacra.game.order.Simultaneous;
import java.util.Locale;

/// Who moves when.
///
/// @param order     the order of the players' moves
/// @param k         the discriminator's updates before each of the generator's, where they alternate
/// @param unrolled  how many more of the discriminator's steps the generator foresees, where they alternate
/// @param consensus how much each player pays for the steepness of the game, in the order `consensus`
public record Moves(Turn order, int k, int unrolled, double consensus) {
    private static final int MOST_MOVES = 10_000;
    private static final int MOST_FORESEEN = 100;

    /// An order of moves.
    public enum Turn {
        ALTERNATING,
        SHARED_NOISE,
        SIMULTANEOUS,
        EXTRAGRADIENT,
        CONSENSUS;

        /// The word, as `shared-noise`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @throws IllegalArgumentException where a setting is outside its range, or makes no sense in this order
    public Moves {
        SettingRules.within("game", "k", k, 1, MOST_MOVES);
        SettingRules.within("game", "unrolled", unrolled, 0, MOST_FORESEEN);
        SettingRules.notNegative("game", "consensus", consensus);
        SettingRules.require(k == 1 || order == Turn.ALTERNATING,
                "game: k is " + k + " in the order " + order + "; only alternating players move k times to one");
        SettingRules.require(unrolled == 0 || order == Turn.ALTERNATING, "game: " + unrolled
                + " steps are unrolled in the order " + order
                + "; a discriminator that does not move before the generator has no answer to foresee");
        SettingRules.require((consensus > 0) == (order == Turn.CONSENSUS), "game: consensus is " + consensus
                + " in the order " + order + "; it must be above 0 in the order consensus and 0 in every other");
    }

    /// One move each, in turn.
    static Moves alternating() {
        return alternating(1);
    }

    /// `k` moves of the discriminator to one of the generator.
    static Moves alternating(int k) {
        return new Moves(Turn.ALTERNATING, k, 0, 0);
    }

    /// One move each, the generator's with `steps` steps of the discriminator foreseen.
    static Moves unrolling(int steps) {
        return new Moves(Turn.ALTERNATING, 1, steps, 0);
    }

    /// The order in the terms of a training.
    Order inOrder() {
        return switch (order) {
            case ALTERNATING -> new Alternating(k, unrolled);
            case SHARED_NOISE -> new SharedNoise();
            case SIMULTANEOUS -> new Simultaneous();
            case EXTRAGRADIENT -> new Extragradient();
            case CONSENSUS -> new Consensus(consensus);
        };
    }
}
