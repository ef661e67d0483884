package dev.simulacra.game.preset;

import dev.simulacra.optim.Schedule;

/// Regularization of the discriminator by its network, in addition to penalties; by default none.
///
/// @param spectral      whether its weights are divided by their largest singular value
/// ([dev.simulacra.nn.SpectralLinear])
/// @param instanceNoise the standard deviation of the noise added to its inputs ([dev.simulacra.nn.GaussianNoise]), at
///     least 0
/// @param pack          the number of examples that one logit is about ([dev.simulacra.nn.Packed])
public record Regularization(boolean spectral, Schedule instanceNoise, int pack) {
    /// @throws IllegalArgumentException where a component is outside its range
    public Regularization {
        Schedule.Range deviation = instanceNoise.range();
        if (!(deviation.least() >= 0 && deviation.greatest() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("regularization: instanceNoise goes from " + deviation.least() + " to "
                    + deviation.greatest() + ", it must be at least 0 and finite");
        }
        if (pack < 1) {
            throw new IllegalArgumentException("regularization: pack is " + pack + ", it must be at least 1");
        }
    }

    /// No regularization.
    public static Regularization none() {
        return packs(1);
    }

    /// Packs of `size` examples and nothing else.
    public static Regularization packs(int size) {
        return new Regularization(false, new Schedule.Constant(0), size);
    }

    /// Spectral normalization and nothing else.
    public static Regularization spectralNormalization() {
        return new Regularization(true, new Schedule.Constant(0), 1);
    }

    /// Instance noise whose deviation falls from `deviation` to 0 along a straight line in `steps` steps, and nothing
    /// else.
    public static Regularization noise(double deviation, long steps) {
        return new Regularization(false, new Schedule.LinearRamp(deviation, 0, 0, steps), 1);
    }

    /// Whether the discriminator sees noise at some step.
    boolean isNoisy() {
        return instanceNoise.range().greatest() > 0;
    }

    /// This regularization with its schedules stretched from a run of `from` steps to one of `to` steps.
    Regularization stretched(long from, long to) {
        return new Regularization(spectral, instanceNoise.stretched(from, to), pack);
    }
}
