package dev.simulacra.game.preset;

import dev.simulacra.data.Distribution;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Game;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Order;
import dev.simulacra.game.Penalty;
import dev.simulacra.game.Player;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.Wasserstein;
import dev.simulacra.nn.GaussianNoise;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Packed;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.nn.Sequential;
import dev.simulacra.nn.SpectralLinear;
import dev.simulacra.optim.Clipped;
import java.util.ArrayList;
import java.util.List;

/// Everything that defines a game apart from its data and networks: any objective with any stabilizers and any order
/// of moves. [Presets] has named ones.
///
/// @param objective      the objective of both players
/// @param minibatch      the number of examples of data, and of samples, in one update
/// @param order          the order of the players' moves
/// @param generator      the generator's learning rule, rate and weight average
/// @param discriminator  the discriminator's
/// @param penalties      the penalties that the discriminator pays
/// @param regularization what regularizes the discriminator by its network
public record GameSettings(
        Objective objective,
        int minibatch,
        Order order,
        Player.Optimization generator,
        Player.Optimization discriminator,
        List<Penalty> penalties,
        Regularization regularization) {
    private static final int LARGEST_MINIBATCH = 1_000_000;

    /// @throws IllegalArgumentException where the parts make no sense together
    public GameSettings {
        penalties = List.copyOf(penalties);
        require(minibatch >= 1 && minibatch <= LARGEST_MINIBATCH,
                "minibatch is " + minibatch + ", it must be at least 1 and at most " + LARGEST_MINIBATCH);
        require(minibatch % regularization.pack() == 0, "a minibatch of " + minibatch
                + " is not a number of whole packs of " + regularization.pack());
        boolean clipped = discriminator.rule() instanceof Clipped;
        require(!(clipped && regularization.spectral()), "clipped weights and spectral normalization; the scale of the"
                + " weights, which clipping bounds, is divided out");
        require(!(objective instanceof Wasserstein) || clipped || regularization.spectral() || !penalties.isEmpty(),
                "nothing bounds the slope of the critic, without which the Wasserstein objective has no maximum;"
                        + " add a gradient penalty, clip the discriminator's weights, or normalize them spectrally");
    }

    /// The settings with another objective.
    public GameSettings with(Objective other) {
        return new GameSettings(other, minibatch, order, generator, discriminator, penalties, regularization);
    }

    /// The settings with another order.
    public GameSettings with(Order other) {
        return new GameSettings(objective, minibatch, other, generator, discriminator, penalties, regularization);
    }

    /// The settings with `others` for all penalties.
    public GameSettings with(Penalty... others) {
        return new GameSettings(
                objective, minibatch, order, generator, discriminator, List.of(others), regularization);
    }

    /// The settings with another regularization.
    public GameSettings with(Regularization other) {
        return new GameSettings(objective, minibatch, order, generator, discriminator, penalties, other);
    }

    /// The settings with minibatches of another size.
    public GameSettings withMinibatch(int size) {
        return new GameSettings(objective, size, order, generator, discriminator, penalties, regularization);
    }

    /// The settings with other learning rules, rates and averages.
    public GameSettings with(Player.Optimization ofGenerator, Player.Optimization ofDiscriminator) {
        return new GameSettings(objective, minibatch, order, ofGenerator, ofDiscriminator, penalties, regularization);
    }

    /// The settings for a run of `to` steps instead of `from`: schedules of rates and noise that end with the run end
    /// with the new one.
    public GameSettings stretched(long from, long to) {
        return new GameSettings(objective, minibatch, order, stretched(generator, from, to),
                stretched(discriminator, from, to), penalties, regularization.stretched(from, to));
    }

    private static Player.Optimization stretched(Player.Optimization player, long from, long to) {
        return new Player.Optimization(player.rule(), player.rate().stretched(from, to), player.average());
    }

    /// A discriminator for this game: a perceptron behind what the regularization puts before it.
    ///
    /// @param columns the number of columns of an example
    /// @param hidden  the width of the hidden layers
    /// @param layers  the number of hidden layers
    /// @param seed    the seed of the initial weights
    public Discriminator discriminator(int columns, int hidden, int layers, Perceptron design, long seed) {
        List<Layer> all = new ArrayList<>();
        if (regularization.isNoisy()) {
            all.add(new GaussianNoise("noise", regularization.instanceNoise()::at));
        }
        if (regularization.pack() > 1) {
            all.add(new Packed(regularization.pack()));
        }
        Perceptron.LinearLayers linears = regularization.spectral() ? SpectralLinear::create : Linear::create;
        int[] widths = Perceptron.widths(columns * regularization.pack(), hidden, layers, 1);
        Layer perceptron = design.create("discriminator", linears, seed, widths);
        all.add(perceptron);
        return new Discriminator(all.size() == 1 ? perceptron : new Sequential(all), regularization.pack());
    }

    /// The training of this game from the networks' present parameters.
    ///
    /// @param seed    the seed of data, noise and dropout masks
    /// @param threads the number of threads that share the work of a step
    public Training training(
            Distribution data, Generator generator, Discriminator discriminator, long seed, int threads) {
        Game game = new Game(data, generator, discriminator, objective, penalties, minibatch);
        return new Training(game, this.generator, this.discriminator, order, seed, threads);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("game: " + otherwise);
        }
    }
}
