package dev.simulacra.judging.classifier;

/// The test score of a prediction task.
///
/// @param metric `AUC`, where larger is better, or `RMSE`, where smaller is better
/// @param value  NaN where the test rows are of one class only
public record PredictionScore(String metric, double value) {
    /// Whether this score is better than `other` of the same metric.
    boolean isBetterThan(PredictionScore other) {
        return metric.equals("AUC") ? value > other.value : value < other.value;
    }
}
