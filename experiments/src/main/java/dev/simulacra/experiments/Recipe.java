package dev.simulacra.experiments;

import dev.simulacra.data.Distribution;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Game;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Player;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.CrossEntropy;
import dev.simulacra.game.objective.SmoothedLabels;
import dev.simulacra.nn.GaussianNoise;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Packed;
import dev.simulacra.nn.Sequential;
import dev.simulacra.nn.SpectralLinear;
import dev.simulacra.optim.Clipped;
import java.util.ArrayList;
import java.util.List;

/// How a game is played: any objective with any stabilizers and any order of moves, whatever the data and the networks.
///
/// @param objective  what the players play for
/// @param minibatch  the number of examples of data, and of samples, in one update
/// @param moves      who moves when
/// @param learning   how a player moves
/// @param penalties  what the discriminator pays for steep logits
/// @param restraints what else holds the discriminator back
/// @param variant    what the objective's source leaves to choose
public record Recipe(
        Objectives objective,
        int minibatch,
        Moves moves,
        Learning learning,
        Penalties penalties,
        Restraints restraints,
        Variant variant) {

    /// A game whose objective is as usual.
    Recipe(
            Objectives objective,
            int minibatch,
            Moves moves,
            Learning learning,
            Penalties penalties,
            Restraints restraints) {
        this(objective, minibatch, moves, learning, penalties, restraints, Variant.usual());
    }

    /// @throws IllegalArgumentException where the parts make no sense together
    public Recipe {
        SettingRules.within("game", "minibatch", minibatch, 1, SettingRules.LARGEST_MINIBATCH);
        SettingRules.require(minibatch % restraints.pack() == 0, "game: a minibatch of " + minibatch
                + " is not a number of whole packs of " + restraints.pack());
        boolean bounded = restraints.clip() > 0 || restraints.spectral() || !penalties.areNone();
        SettingRules.require(objective != Objectives.WASSERSTEIN || bounded,
                "game: nothing bounds the slope of the critic,"
                + " without which the Wasserstein objective has no maximum; set gradientPenalty, clip or spectral");
        played(objective, variant, restraints);
    }

    /// The objective with the labels as they are.
    private static Objective played(Objectives objective, Variant variant, Restraints restraints) {
        Objective chosen = variant.of(objective.objective());
        if (restraints.label() == 1) {
            return chosen;
        }
        if (chosen instanceof CrossEntropy crossEntropy) {
            return new SmoothedLabels(crossEntropy, restraints.label());
        }
        throw new IllegalArgumentException("game: label is " + restraints.label() + ", and " + objective
                + " has no probability that an example is data, whose label could be smoothed;"
                + " use minimax or non-saturating");
    }

    Recipe with(Objectives other) {
        return new Recipe(other, minibatch, moves, learning, penalties, restraints, variant);
    }

    Recipe with(Moves other) {
        return new Recipe(objective, minibatch, other, learning, penalties, restraints, variant);
    }

    Recipe with(Penalties other) {
        return new Recipe(objective, minibatch, moves, learning, other, restraints, variant);
    }

    Recipe with(Restraints other) {
        return new Recipe(objective, minibatch, moves, learning, penalties, other, variant);
    }

    /// A discriminator for this game: a perceptron behind what the restraints put before it.
    ///
    /// @param columns the number of columns of an example
    /// @param steps   the length of the training
    Discriminator discriminator(
            int columns, int hidden, int layers, Networks.Perceptron design, long seed, long steps) {
        List<Layer> all = new ArrayList<>();
        if (restraints.instanceNoise() > 0) {
            all.add(new GaussianNoise("noise", step ->
                    restraints.instanceNoise() * Math.max(0, 1 - (double) step / steps)));
        }
        if (restraints.pack() > 1) {
            all.add(new Packed(restraints.pack()));
        }
        Networks.Linears linears = restraints.spectral() ? SpectralLinear::create : Linear::create;
        int[] widths = Networks.widths(columns * restraints.pack(), hidden, layers, 1);
        Layer perceptron = design.create("discriminator", linears, seed, widths);
        all.add(perceptron);
        return new Discriminator(all.size() == 1 ? perceptron : new Sequential(all), restraints.pack());
    }

    /// The training of this game from the networks' present parameters, over `steps` steps.
    Training training(
            Distribution data, Generator generator, Discriminator discriminator, long steps, long seed, int threads) {
        Objective chosen = played(objective, variant, restraints);
        Game game = new Game(data, generator, discriminator, chosen, penalties.list(), minibatch);
        Player.Optimization ofG = learning.ofGenerator(steps);
        return new Training(game, ofG, strategyOfD(steps), moves.inOrder(), seed, threads);
    }

    private Player.Optimization strategyOfD(long steps) {
        Player.Optimization free = learning.ofDiscriminator(steps);
        return restraints.clip() > 0
                ? new Player.Optimization(new Clipped(free.rule(), restraints.clip()), free.rate(), free.average())
                : free;
    }
}
