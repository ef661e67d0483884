package dev.simulacra.analysis.metrics;

import dev.simulacra.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/// Random halves of a table, which show what its finite number of rows leaves of any distance.
///
/// Equal rows come into the same half: a table with every row twice knows no more than with every row once. Where fewer
/// than a quarter of the rows are distinct, the values themselves are discrete, and rows are dealt out one by one.
public final class RandomHalves {
    private final float[] rows;
    private final int columns;
    private final List<List<Integer>> groups;

    private RandomHalves(float[] rows, int columns, List<List<Integer>> groups) {
        this.rows = rows;
        this.columns = columns;
        this.groups = groups;
    }

    /// The halves of `rows`, `(n, columns)` row-major; the array is not copied.
    ///
    /// @throws IllegalArgumentException where these are no whole rows of finite numbers, or fewer than four
    public static RandomHalves of(float[] rows, int columns) {
        PointSet.requirePoints("halves", rows, columns);
        int n = rows.length / columns;
        if (n < 4) {
            throw new IllegalArgumentException("halves: " + n + " rows; at least 4 are required, 2 for each half");
        }
        Map<Row, List<Integer>> equal = new LinkedHashMap<>();
        for (int row = 0; row < n; row++) {
            equal.computeIfAbsent(new Row(rows, row * columns, columns), _ -> new ArrayList<>()).add(row);
        }
        boolean isDiscrete = equal.size() < Math.max(4, n / 4);
        return new RandomHalves(rows, columns, isDiscrete
                ? IntStream.range(0, n).mapToObj(List::of).toList()
                : List.copyOf(equal.values()));
    }

    /// The number m of rows that are independent of each other: of distinct rows, or of all where values are discrete.
    public int independent() {
        return groups.size();
    }

    /// The distance between `m` rows and `samples` samples of the distribution, in the mean and from set to set, by
    /// `repeats` divisions into halves.
    ///
    /// A distance that falls as the root of `1/n₁ + 1/n₂` is √(4/m) of some constant between halves, and so
    ///
    /// ```text
    /// √((1/m + 1/samples) / (4/m)) = ½ √(1 + m/samples)
    /// ```
    /// times as large between m rows and the samples.
    ///
    /// @param power 1 for such a distance, 2 for its square
    /// @throws IllegalArgumentException where there are fewer than two repeats
    public Baseline baseline(
            long samples, int repeats, long seed, int power, ToDoubleBiFunction<float[], float[]> distance) {
        double factor = StrictMath.pow(0.5 * Math.sqrt(1 + (double) independent() / samples), power);
        return Baseline.of(IntStream.range(0, repeats)
                .mapToDouble(repeat -> {
                    List<float[]> halves = halves(seed, repeat);
                    return factor * distance.applyAsDouble(halves.getFirst(), halves.getLast());
                })
                .toArray());
    }

    /// Two halves of nearly equally many rows, each row-major; every `repeat` gives others.
    public List<float[]> halves(long seed, int repeat) {
        int m = groups.size();
        float[] numbers = new float[m];
        for (int i = 0; i < m; i++) {
            numbers[i] = i;
        }
        float[] order = new Dataset("groups", m, 1, numbers).rows(seed, "halves/" + repeat, m);
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        for (float group : order) {
            (first.size() <= second.size() ? first : second).addAll(groups.get((int) group));
        }
        return List.of(taken(first), taken(second));
    }

    private float[] taken(List<Integer> chosen) {
        float[] half = new float[chosen.size() * columns];
        for (int i = 0; i < chosen.size(); i++) {
            System.arraycopy(rows, chosen.get(i) * columns, half, i * columns, columns);
        }
        return half;
    }

    /// A row as a key: equal where all its values are.
    private record Row(float[] rows, int from, int columns) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Row(var r, var at, var c)
                    && Arrays.equals(rows, from, from + columns, r, at, at + c);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int i = from; i < from + columns; i++) {
                hash = 31 * hash + Float.hashCode(rows[i]);
            }
            return hash;
        }
    }
}
