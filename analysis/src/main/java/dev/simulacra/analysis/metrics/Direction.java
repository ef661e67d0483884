package dev.simulacra.analysis.metrics;

/// The direction in which a measured number is better.
public enum Direction {
    /// Lower values are better, as of a distance.
    LOWER("lower is better"),
    /// Higher values are better, as of a share of covered modes.
    HIGHER("higher is better"),
    /// Values near the baseline are better, as of a loss whose optimum is known.
    NEAR_BASELINE("nearer is better");

    private final String words;

    Direction(String words) {
        this.words = words;
    }

    /// The direction in words, as `lower is better`.
    public String words() {
        return words;
    }
}
