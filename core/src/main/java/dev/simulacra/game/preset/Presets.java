package dev.simulacra.game.preset;

import dev.simulacra.data.Gaussian;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Player;
import dev.simulacra.game.objective.Hinge;
import dev.simulacra.game.objective.LeastSquares;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.Minimax;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.game.objective.Wasserstein;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.penalty.Dragan;
import dev.simulacra.game.penalty.GradientPenalty;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Clipped;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.optim.RmsProp;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Named games, each with the settings that its source gives for small networks, as far as it gives any.
public final class Presets {
    private static final double EPSILON = 1e-8;
    private static final double DRAGAN_DEVIATION = 0.5;
    private static final LogProbability FROM_LOGITS = new LogProbability.FromLogits();

    private Presets() {}

    /// Every named game for a run of `steps` steps; the first is the recommended one.
    public static SequencedMap<String, GameSettings> all(long steps) {
        SequencedMap<String, GameSettings> all = new LinkedHashMap<>();
        all.put("modern", modern(steps));
        all.put("plain", plain());
        all.put("minimax", plain().with(new Minimax(FROM_LOGITS)));
        all.put("least-squares", plain().with(new LeastSquares(0, 1, 1)));
        all.put("hinge-spectral", plain().with(new Hinge()).with(Regularization.spectralNormalization()));
        all.put("wgan", wgan());
        all.put("wgan-gp", wganGp());
        all.put("dragan", plain().with(new Dragan(10, DRAGAN_DEVIATION)));
        all.put("pacgan-2", plain().with(Regularization.packs(2)));
        all.put("pacgan-4", plain().with(Regularization.packs(4)));
        all.put("unrolled", unrolled());
        all.put("r1", plain().with(new R1(0.1)));
        return all;
    }

    /// The game that found every mode of ring and grid on every seed tried, and sharp ones: relativistic pairs, R1 and
    /// R2 of one weight that falls, Adam with little momentum at rates that are held and then fall, averaged weights.
    ///
    /// Sources: Huang et al. 2024 (arXiv:2501.05441) for objective and penalties; the numbers were found here.
    ///
    /// @param steps the length of the run, at least 1
    public static GameSettings modern(long steps) {
        LearningRule rule = new Adam(0.5, 0.99, EPSILON);
        WeightAverage average = new WeightAverage(0.999);
        Schedule gamma = Schedule.Exponential.halving(0.5, 4500, 0.01);
        return new GameSettings(
                new RelativisticPaired(),
                256,
                new Alternating(1),
                new Player.Optimization(rule, heldThenCosine(2e-3, 0, 6000, steps), average),
                new Player.Optimization(rule, heldThenCosine(2e-3, 0.03, 6000, steps), average),
                List.of(new R1(gamma), new R2(gamma)),
                Regularization.none());
    }

    /// A generator for the modern game, untrained: ReLU between linear layers, from as many normal noise coordinates as
    /// there are columns, two at least.
    ///
    /// @param columns the number of columns of an example
    /// @param hidden  the width of the hidden layers
    /// @param layers  the number of hidden layers
    /// @param seed    the seed of the initial weights
    public static Generator generator(int columns, int hidden, int layers, long seed) {
        int noise = Math.max(2, columns);
        int[] widths = Perceptron.widths(noise, hidden, layers, columns);
        return new Generator(
                Perceptron.ofNoise(new Activation.Relu()).create("generator", seed, widths),
                Gaussian.isotropic(noise, 1), columns);
    }

    /// A rate that is held for `held` steps, at most three tenths of the run, and then falls along a cosine to the
    /// share `left` of itself at step `steps`.
    public static Schedule heldThenCosine(double rate, double left, long held, long steps) {
        return new Schedule.Cosine(rate, left * rate, Math.min(held, 3 * steps / 10), steps);
    }

    /// Goodfellow et al. 2014 (arXiv:1406.2661) with Adam as in Radford et al. 2016 (arXiv:1511.06434).
    public static GameSettings plain() {
        return constant(new NonSaturating(FROM_LOGITS), new Adam(0.5, 0.999, EPSILON), 2e-4, 2e-4);
    }

    /// Arjovsky, Chintala and Bottou 2017 (arXiv:1701.07875), algorithm 1.
    public static GameSettings wgan() {
        LearningRule rule = new RmsProp(0.99, EPSILON);
        return new GameSettings(
                new Wasserstein(), 256, new Alternating(5), constant(rule, 5e-5),
                constant(new Clipped(rule, 0.01), 5e-5), List.of(), Regularization.none());
    }

    /// Gulrajani et al. 2017 (arXiv:1704.00028), algorithm 1, at the weight that its code has for the plane.
    public static GameSettings wganGp() {
        Player.Optimization player = constant(new Adam(0.5, 0.9, EPSILON), 1e-4);
        return new GameSettings(
                new Wasserstein(), 256, new Alternating(5), player, player, List.of(new GradientPenalty(0.1)),
                Regularization.none());
    }

    /// Metz et al. 2017 (arXiv:1611.02163), at the rates of its authors' code for the plane.
    public static GameSettings unrolled() {
        return constant(new Minimax(FROM_LOGITS), new Adam(0.5, 0.999, EPSILON), 1e-3, 1e-4)
                .with(new Alternating(1, 5));
    }

    /// One update each in turn, at constant rates, on minibatches of 256, without stabilizers and averages.
    private static GameSettings constant(Objective objective, LearningRule rule, double ofGenerator,
            double ofDiscriminator) {
        return new GameSettings(objective, 256, new Alternating(1), constant(rule, ofGenerator),
                constant(rule, ofDiscriminator), List.of(), Regularization.none());
    }

    private static Player.Optimization constant(LearningRule rule, double rate) {
        return new Player.Optimization(rule, new Schedule.Constant(rate), new WeightAverage(0));
    }
}
