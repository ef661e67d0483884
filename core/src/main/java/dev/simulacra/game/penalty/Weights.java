package dev.simulacra.game.penalty;

import dev.simulacra.optim.Schedule;

/// Checks of the weights of penalties.
final class Weights {
    private Weights() {}

    /// The constant schedule of a weight.
    ///
    /// @throws IllegalArgumentException where the weight is below 0 or not finite
    static Schedule constant(String penalty, double gamma) {
        require(penalty, "gamma", gamma);
        return new Schedule.Constant(gamma);
    }

    /// @throws IllegalArgumentException where the weight is below 0 or not finite at some step
    static void require(String penalty, Schedule gamma) {
        require(penalty, "gamma", gamma.range().least());
        require(penalty, "gamma", gamma.range().greatest());
    }

    /// @throws IllegalArgumentException where the weight is below 0 or not finite
    static void require(String penalty, String name, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    penalty + ": " + name + " is " + weight + ", it must be at least 0 and finite");
        }
    }
}
