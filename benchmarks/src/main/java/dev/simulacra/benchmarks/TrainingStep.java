package dev.simulacra.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One step of training both players of a game: the work that the comparison is about.
///
/// Both players see fresh data and fresh noise, and the generator's forward pass is shared by both updates.
///
/// @param name          as it is asked for
/// @param generator     the widths of the generator's layers, the noise's first
/// @param discriminator the widths of the discriminator's layers, an example's first
/// @param minibatch     the number of real and of generated examples
/// @param game          which game is played
public record TrainingStep(
        String name, List<Integer> generator, List<Integer> discriminator, int minibatch, Kind game)
        implements Work {

    /// Which game is played.
    public enum Kind {
        /// The non-saturating game, ReLU inside, Adam on both players in turn.
        PLAIN,

        /// That game with the penalties R1 and R2, which need derivatives of derivatives.
        PENALIZED,

        /// The game of the 2014 paper on digits: maxout and dropout in the discriminator, momentum, both players at the
        /// same moment on the same examples and masks.
        MAXOUT
    }

    /// The number of linear functions of each maxout unit.
    public static final int PIECES = 5;

    /// The number of rows of the table from which minibatches of digits are taken.
    public static final int ROWS = 10_000;

    /// Adam's learning rate on both players.
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

    /// The width, the number of hidden layers and the minibatch about which the growing steps grow.
    private static final int WIDTH = 128;

    private static final int DEPTH = 3;
    private static final int MINIBATCH = 256;

    /// The steps of the comparison, the simplest first.
    public static List<TrainingStep> all() {
        return List.of(
                plain("step-linear", List.of(2, 2), List.of(2, 1), 50),
                plain("step-16", List.of(2, 16, 16, 2), List.of(2, 16, 16, 1), 64),
                plain("step-128", hidden(2, 128, 3, 2), hidden(2, 128, 3, 1), 256),
                plain("step-digits", List.of(100, 128, 128, 784), List.of(784, 128, 128, 1), 128),
                plain("step-wide", List.of(100, 1200, 1200, 784), List.of(784, 1200, 1200, 1), 100),
                plain("step-wide-512", List.of(100, 1200, 1200, 784), List.of(784, 1200, 1200, 1), 512),
                new TrainingStep(
                        "step-2014", List.of(100, 1200, 1200, 784), List.of(784, 240, 240, 1), 100, Kind.MAXOUT),
                new TrainingStep(
                        "step-penalties", hidden(2, 128, 3, 2), hidden(2, 128, 3, 1), 256, Kind.PENALIZED));
    }

    /// The step of this name: one of [#all], or `scale-minibatch-N`, `scale-width-N` or `scale-depth-N`, which are
    /// plain steps in the plane with one of these numbers changed.
    ///
    /// @throws IllegalArgumentException where there is none
    public static TrainingStep of(String name) {
        return name.startsWith("scale-") ? growing(name) : all().stream()
                .filter(step -> step.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("training step: there is no '" + name + "'"));
    }

    private static TrainingStep growing(String name) {
        String[] parts = name.split("-");
        int n = Integer.parseInt(parts[2]);
        return switch (parts[1]) {
            case "minibatch" -> planar(name, WIDTH, DEPTH, n);
            case "width" -> planar(name, n, DEPTH, MINIBATCH);
            case "depth" -> planar(name, WIDTH, n, MINIBATCH);
            default -> throw new IllegalArgumentException("training step: nothing grows in '" + name + "'");
        };
    }

    private static TrainingStep planar(String name, int width, int depth, int minibatch) {
        return plain(name, hidden(2, width, depth, 2), hidden(2, width, depth, 1), minibatch);
    }

    private static TrainingStep plain(
            String name, List<Integer> generator, List<Integer> discriminator, int minibatch) {
        return new TrainingStep(name, generator, discriminator, minibatch, Kind.PLAIN);
    }

    private static List<Integer> hidden(int inputs, int width, int depth, int outputs) {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(depth, width));
        widths.addFirst(inputs);
        widths.addLast(outputs);
        return List.copyOf(widths);
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

    /// The floating-point operations of the matrix products that such a step cannot do without, a multiply-add counting
    /// two. Penalties are not counted.
    ///
    /// Per example: the generator's forward pass and its weights' gradient, and the gradient behind each of its layers
    /// but the first; for the discriminator's update the same on two examples; for the generator's a forward pass
    /// through the new discriminator, except where both move at the same moment, and the gradient at its input.
    public double flops() {
        int pieces = isMaxout() ? PIECES : 1;
        double g = multiplyAdds(generator, 1);
        double gFirst = multiplyAdds(generator.subList(0, 2), 1);
        double d = multiplyAdds(discriminator, pieces);
        double dFirst = (double) discriminator.get(0) * discriminator.get(1) * pieces;
        double ofG = 3 * g - gFirst;
        double ofD = 2 * (3 * d - dFirst);
        return 2 * minibatch * (ofG + ofD + (isMaxout() ? d : 2 * d));
    }

    private static double multiplyAdds(List<Integer> widths, int pieces) {
        double sum = 0;
        for (int i = 0; i + 1 < widths.size(); i++) {
            sum += (double) widths.get(i) * widths.get(i + 1) * (i + 2 < widths.size() ? pieces : 1);
        }
        return sum;
    }

    @Override
    public String description() {
        return text(generator) + "; " + text(discriminator) + "; " + minibatch + switch (game) {
            case PLAIN -> "";
            case PENALIZED -> "; R1 and R2";
            case MAXOUT -> "; maxout, dropout, momentum";
        };
    }

    private static String text(List<Integer> widths) {
        return String.join("-", widths.stream().map(String::valueOf).toList());
    }
}
