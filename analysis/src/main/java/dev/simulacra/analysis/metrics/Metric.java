package dev.simulacra.analysis.metrics;

import dev.simulacra.data.Distribution;
import java.util.function.ToDoubleBiFunction;

/// A number that compares samples with data. Implement it to judge samples by a measure of your own.
///
/// A metric is a pure function: the same rows give the same number. [StandardMetric] has those of this library.
public interface Metric {
    /// The name of the metric in reports, as `sliced Wasserstein-2 distance`.
    String title();

    /// The direction in which the number is better.
    Direction direction();

    /// The value for `samples` against `data`.
    ///
    /// @param data    rows of the data, `(n, columns)` row-major
    /// @param samples rows of the generator, `(m, columns)` row-major
    /// @param columns the numbers in a row
    /// @throws IllegalArgumentException where a set is not whole rows of finite numbers, or has too few of them
    double of(float[] data, float[] samples, int columns);

    /// The value that `n` samples of `population` itself show against `n` others, over `sets` pairs of sets: what a
    /// perfect generator would show.
    ///
    /// @throws IllegalArgumentException where there are fewer than two sets, or no samples
    default Baseline baseline(Distribution population, int n, int sets, long seed) {
        ToDoubleBiFunction<float[], float[]> between = (data, samples) -> of(data, samples, population.dimension());
        return Baseline.between(population, n, sets, seed, between);
    }

    /// Refuses set sizes whose comparison would take minutes or not fit in memory. A metric whose cost is linear in
    /// rows and columns need not override it.
    ///
    /// @param rows    the rows of data, and of samples beside them
    /// @param columns the numbers in a row
    /// @throws IllegalArgumentException where there are too many
    default void requireFeasible(long rows, int columns) {}
}
