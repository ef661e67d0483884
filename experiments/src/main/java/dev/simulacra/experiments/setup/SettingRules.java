package dev.simulacra.experiments.setup;

/// Checks of the settings of an experiment, each with one sentence for what is required.
public final class SettingRules {
    /// The most units of a layer, and coordinates of noise.
    public static final int WIDEST = 10_000;
    /// The most hidden layers.
    private static final int DEEPEST = 100;
    /// The most examples in a minibatch.
    public static final int LARGEST_MINIBATCH = 1_000_000;
    /// The most points that are drawn to learn from.
    public static final int MOST_POINTS = 10_000_000;
    /// The most samples that the metrics look at, whose work grows with their square.
    public static final int MOST_JUDGED = 100_000;
    /// The most numbers in one piece.
    private static final long ROOM = 100_000_000;

    private SettingRules() {}

    public static void atLeast(String experiment, String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    experiment + ": " + name + " is " + value + ", it must be at least " + least);
        }
    }

    /// @param most more would be a mistyped number rather than a wish
    public static void within(String experiment, String name, long value, long least, long most) {
        atLeast(experiment, name, value, least);
        require(value <= most, experiment + ": " + name + " is " + value + ", it must be at most " + most);
    }

    /// Networks of `layers` hidden layers of `hidden` units for minibatches of `minibatch` examples.
    ///
    /// @throws IllegalArgumentException where there is no such network, or hardly a machine with room for it
    public static void networks(String experiment, int hidden, int layers, int minibatch) {
        within(experiment, "hidden", hidden, 1, WIDEST);
        within(experiment, "layers", layers, 0, DEEPEST);
        long weights = (long) hidden * hidden * Math.max(0, layers - 1);
        require(weights <= ROOM, experiment + ": hidden is " + hidden + " and layers is " + layers + ", which makes "
                + weights + " weights; at most " + ROOM + " are possible");
        require((long) hidden * minibatch <= ROOM, experiment + ": hidden is " + hidden + " and minibatch is "
                + minibatch + ", which makes " + (long) hidden * minibatch + " numbers in a layer; at most " + ROOM
                + " are possible");
    }

    public static void positive(String experiment, String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    experiment + ": " + name + " is " + value + ", it must be above 0 and finite");
        }
    }

    static void notNegative(String experiment, String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    experiment + ": " + name + " is " + value + ", it must be at least 0 and finite");
        }
    }

    public static void fraction(String experiment, String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    experiment + ": " + name + " is " + value + ", it must be at least 0 and below 1");
        }
    }

    static void share(String experiment, String name, double value) {
        require(value >= 0 && value <= 1,
                experiment + ": " + name + " is " + value + ", it must be at least 0 and at most 1");
    }

    public static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
