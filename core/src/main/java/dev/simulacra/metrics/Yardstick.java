package dev.simulacra.metrics;

import dev.simulacra.data.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What a metric shows for samples of the truth itself, hence for a perfect generator: the floor or ceiling that a
/// finite number of samples leaves.
///
/// @param mean      the mean over sets of samples
/// @param deviation the standard deviation from set to set, not that of the mean
public record Yardstick(double mean, double deviation) {
    /// The mean and standard deviation (divisor n − 1) of `values`, at least two.
    public static Yardstick of(double... values) {
        if (values.length < 2) {
            throw new IllegalArgumentException(
                    "yardstick: " + values.length + " values; there must be at least two");
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return new Yardstick(mean, Math.sqrt(squares / (values.length - 1)));
    }

    /// What `metric` shows for `n` samples of `truth`, over `sets` sets.
    public static Yardstick of(Distribution truth, int n, int sets, long seed, ToDoubleFunction<float[]> metric) {
        return over(sets, set -> metric.applyAsDouble(truth.rows(seed, "yardstick/" + set, n)));
    }

    /// What `metric` shows between `n` samples of `truth` and `n` others, over `sets` pairs of sets.
    public static Yardstick between(
            Distribution truth, int n, int sets, long seed, ToDoubleBiFunction<float[], float[]> metric) {
        return ofAll(truth, n, sets, seed, (data, samples) -> new double[] {metric.applyAsDouble(data, samples)})
                .getFirst();
    }

    /// The same for several metrics of one pair, which may have work in common.
    ///
    /// @param metrics the value of each metric
    public static List<Yardstick> ofAll(
            Distribution truth, int n, int sets, long seed, BiFunction<float[], float[], double[]> metrics) {
        double[][] values = new double[sets][];
        Arrays.setAll(values, set -> metrics.apply(
                truth.rows(seed, "yardstick/" + set + "/data", n),
                truth.rows(seed, "yardstick/" + set + "/samples", n)));
        return IntStream.range(0, values[0].length)
                .mapToObj(i -> of(Arrays.stream(values).mapToDouble(ofSet -> ofSet[i]).toArray()))
                .toList();
    }

    /// How many deviations `value` lies above the mean.
    public double deviationsAbove(double value) {
        return (value - mean) / deviation;
    }

    private static Yardstick over(int sets, IntToDoubleFunction value) {
        return of(IntStream.range(0, sets).mapToDouble(value).toArray());
    }
}
