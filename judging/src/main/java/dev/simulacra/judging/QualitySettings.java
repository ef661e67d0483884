package dev.simulacra.judging;

import dev.simulacra.judging.classifier.PredictionTask;
import dev.simulacra.judging.classifier.Tuning;
import java.util.List;

/// The settings of a quality report.
///
/// @param seed       the seed of samples, folds and attacks
/// @param tasks      the prediction tasks
/// @param tuning     the choice of the trees' settings for them
/// @param references whether the reference generators are scored too
/// @param most       the most rows of a sample where the cost is quadratic
/// @param attacks    the number of attacks of each kind
public record QualitySettings(
        long seed, List<PredictionTask> tasks, Tuning tuning, boolean references, int most, int attacks) {
    public QualitySettings {
        tasks = List.copyOf(tasks);
    }

    /// Settings without prediction tasks: reference generators, samples of 5,000 rows, 500 attacks.
    public static QualitySettings standard(long seed) {
        return new QualitySettings(seed, List.of(), Tuning.STANDARD, true, 5000, 500);
    }

    /// These settings with other prediction tasks.
    public QualitySettings withTasks(List<PredictionTask> others) {
        return new QualitySettings(seed, others, tuning, references, most, attacks);
    }
}
