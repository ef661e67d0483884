package dev.simulacra.analysis.metrics;

import dev.simulacra.data.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The value of a metric for samples of the distribution itself, hence for a perfect generator: the floor or ceiling
/// that a finite number of samples leaves.
///
/// @param mean      the mean over sets of samples
/// @param deviation the standard deviation from set to set, not that of the mean
public record Baseline(double mean, double deviation) {
    /// The mean and standard deviation (divisor n − 1) of `values`.
    ///
    /// @throws IllegalArgumentException where there are fewer than two, or one is not finite
    public static Baseline of(double... values) {
        if (values.length < 2) {
            throw new IllegalArgumentException(
                    "yardstick: " + values.length + " values; there must be at least two");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("yardstick: the values are " + Arrays.toString(values)
                        + "; each must be finite, or they have no mean and deviation");
            }
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return new Baseline(mean, Math.sqrt(squares / (values.length - 1)));
    }

    /// The baseline of `metric` for `n` samples of `population`, over `sets` sets.
    ///
    /// @throws IllegalArgumentException where the sets are empty or fewer than two
    public static Baseline of(Distribution population, int n, int sets, long seed, ToDoubleFunction<float[]> metric) {
        requireSets(n, sets);
        return over(sets, set -> metric.applyAsDouble(population.rows(seed, "yardstick/" + set, n)));
    }

    /// The baseline of `metric` between `n` samples of `population` and `n` others, over `sets` pairs of sets.
    public static Baseline between(
            Distribution population, int n, int sets, long seed, ToDoubleBiFunction<float[], float[]> metric) {
        return ofAll(population, n, sets, seed, (data, samples) -> new double[] {metric.applyAsDouble(data, samples)})
                .getFirst();
    }

    /// The baselines of several metrics that are computed together between `n` samples of `population` and `n` others,
    /// over `sets` pairs of sets.
    ///
    /// @param metrics the value of each metric, equally many for each pair
    /// @throws IllegalArgumentException where the sets are empty or fewer than two
    public static List<Baseline> ofAll(
            Distribution population, int n, int sets, long seed, BiFunction<float[], float[], double[]> metrics) {
        requireSets(n, sets);
        double[][] values = new double[sets][];
        Arrays.setAll(values, set -> metrics.apply(
                population.rows(seed, "yardstick/" + set + "/data", n),
                population.rows(seed, "yardstick/" + set + "/samples", n)));
        return IntStream.range(0, values[0].length)
                .mapToObj(i -> of(Arrays.stream(values).mapToDouble(ofSet -> ofSet[i]).toArray()))
                .toList();
    }

    /// The number of deviations by which `value` lies above the mean.
    public double deviationsAbove(double value) {
        return (value - mean) / deviation;
    }

    private static void requireSets(int n, int sets) {
        if (n < 1 || sets < 2) {
            throw new IllegalArgumentException("yardstick: " + sets + " sets of " + n
                    + " samples; there must be at least two sets, of at least one sample");
        }
    }

    private static Baseline over(int sets, IntToDoubleFunction value) {
        return of(IntStream.range(0, sets).mapToDouble(value).toArray());
    }
}
