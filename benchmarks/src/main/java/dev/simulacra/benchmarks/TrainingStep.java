package dev.simulacra.benchmarks;

import java.util.Arrays;
import java.util.List;

/// One step of training both players of a game: the work that the comparison is about.
///
/// Both players see fresh data and fresh noise, and the generator's forward pass is shared by both updates.
///
/// @param name          as it is asked for
/// @param generator     the widths of the generator's layers, the noise's first
/// @param discriminator the widths of the discriminator's layers
/// @param minibatch     the number of real and of generated examples
/// @param game          which game is played
public record TrainingStep(
        String name, List<Integer> generator, List<Integer> discriminator, int minibatch, Kind game) {

    /// Which game is played.
    public enum Kind {
        /// The non-saturating game, ReLU inside, Adam on both players in turn.
        PLAIN,

        /// The same with the penalties R1 and R2, which need derivatives of derivatives.
        PENALIZED,

        /// The game of the 2014 paper on digits: maxout and dropout in the discriminator, momentum, both players at the
        /// same moment on the same examples and masks.
        MAXOUT
    }

    /// The number of linear functions of each maxout unit.
    public static final int PIECES = 5;

    /// The number of rows of the table from which minibatches of digits are taken.
    public static final int ROWS = 10_000;

    /// Adam's settings on both players.
    public static final double RATE = 2e-4;

    /// Adam's `β₁`.
    public static final double BETA1 = 0.5;

    /// Adam's `β₂`.
    public static final double BETA2 = 0.999;

    /// The weight `γ` of each penalty.
    public static final double GAMMA = 1;

    /// The learning rate of the 2014 step.
    public static final double MOMENTUM_RATE = 0.1;

    /// The share of the velocity that is kept in the 2014 step.
    public static final double MOMENTUM = 0.5;

    /// The steps of the comparison, from the smallest.
    public static List<TrainingStep> all() {
        return List.of(
                plain("step-linear", 50, 2, 2, 2, 1),
                plain("step-16", 64, 2, 16, 16, 2, 2, 16, 16, 1),
                plain("step-128", 256, 2, 128, 128, 128, 2, 2, 128, 128, 128, 1),
                plain("step-digits", 128, 100, 128, 128, 784, 784, 128, 128, 1),
                plain("step-wide", 100, 100, 1200, 1200, 784, 784, 1200, 1200, 1),
                plain("step-wide-512", 512, 100, 1200, 1200, 784, 784, 1200, 1200, 1),
                new TrainingStep(
                        "step-2014", List.of(100, 1200, 1200, 784), List.of(784, 240, 240, 1), 100, Kind.MAXOUT),
                new TrainingStep(
                        "step-penalties", List.of(2, 128, 128, 128, 2), List.of(2, 128, 128, 128, 1), 256, Kind.PENALIZED));
    }

    /// The plain game of perceptrons with these widths, the generator's before the discriminator's.
    static TrainingStep plain(String name, int minibatch, int... widths) {
        List<Integer> all = Arrays.stream(widths).boxed().toList();
        int half = all.size() / 2;
        return new TrainingStep(name, all.subList(0, half), all.subList(half, all.size()), minibatch, Kind.PLAIN);
    }

    /// The step of this name.
    ///
    /// @throws IllegalArgumentException where there is none
    public static TrainingStep of(String name) {
        return all().stream()
                .filter(step -> step.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("training step: there is no '" + name + "'"));
    }

    /// The number of columns of an example.
    public int dimension() {
        return discriminator.getFirst();
    }

    /// The number of columns of the noise.
    public int noise() {
        return generator.getFirst();
    }

    /// Whether the examples are points in the plane, drawn afresh, and not rows of a table.
    public boolean isPlanar() {
        return dimension() == 2;
    }

    /// Whether this is the step of the 2014 paper.
    public boolean isMaxout() {
        return game == Kind.MAXOUT;
    }

    /// The number of floats in both networks.
    public int weights() {
        int pieces = isMaxout() ? PIECES : 1;
        return weights(generator, 1) + weights(discriminator, pieces);
    }

    private static int weights(List<Integer> widths, int pieces) {
        int sum = 0;
        for (int i = 0; i + 1 < widths.size(); i++) {
            int columns = widths.get(i + 1) * (i + 2 < widths.size() ? pieces : 1);
            sum += (widths.get(i) + 1) * columns;
        }
        return sum;
    }

    @Override
    public String toString() {
        return text(generator) + "; " + text(discriminator) + "; " + minibatch;
    }

    private static String text(List<Integer> widths) {
        return String.join("-", widths.stream().map(String::valueOf).toList());
    }
}
