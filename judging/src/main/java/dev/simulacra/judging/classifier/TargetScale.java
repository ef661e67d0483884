package dev.simulacra.judging.classifier;

/// The scale on which a column of numbers is predicted.
public enum TargetScale {
    /// The numbers as they are.
    IDENTITY {
        @Override
        double of(double y) {
            return y;
        }
    },
    /// The logarithm of numbers clipped to 1 … 20,000: the scale of the published errors on the table beijing.
    LOG_CLIPPED {
        @Override
        double of(double y) {
            return StrictMath.log(Math.clamp(y, 1, 20_000));
        }
    };

    abstract double of(double y);
}
