package dev.simulacra.analysis.metrics;

import java.util.Arrays;

/// The smallest and the largest value of each column of data, outside of which samples may be impossible.
///
/// @param low  the smallest values
/// @param high the largest values, one for each column
public record ValueRange(float[] low, float[] high) {
    public ValueRange {
        low = low.clone();
        high = high.clone();
    }

    /// The ranges of `data`, `(n, columns)` row-major.
    ///
    /// @throws IllegalArgumentException where these are no whole rows of finite numbers
    public static ValueRange of(float[] data, int columns) {
        PointSet.requirePoints("range", data, columns);
        float[] low = Arrays.copyOf(data, columns);
        float[] high = low.clone();
        for (int i = 0; i < data.length; i++) {
            low[i % columns] = Math.min(low[i % columns], data[i]);
            high[i % columns] = Math.max(high[i % columns], data[i]);
        }
        return new ValueRange(low, high);
    }

    /// The share of `samples`, `(m, columns)` row-major, of which at least one value is outside its column's range.
    ///
    /// @throws IllegalArgumentException where these are no whole rows of finite numbers
    public double shareOutside(float[] samples) {
        int columns = low.length;
        PointSet.requirePoints("range", samples, columns);
        int outside = 0;
        for (int row = 0; row < samples.length; row += columns) {
            outside += isOutside(samples, row) ? 1 : 0;
        }
        return outside / (samples.length / (double) columns);
    }

    private boolean isOutside(float[] samples, int from) {
        for (int c = 0; c < low.length; c++) {
            if (samples[from + c] < low[c] || samples[from + c] > high[c]) {
                return true;
            }
        }
        return false;
    }

    /// The share of fresh samples of the distribution that lie outside the range of `n` rows, `1 − (1 − 2/(n + 1))ᵈ`:
    /// the next of n + 1 equal draws is the smallest or the largest with probability 2/(n + 1). So for independent
    /// columns of continuous laws; of others it is less.
    public static double expectedOutside(long n, int columns) {
        return -StrictMath.expm1(columns * StrictMath.log1p(-2.0 / (n + 1)));
    }

    @Override
    public float[] low() {
        return low.clone();
    }

    @Override
    public float[] high() {
        return high.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueRange(var l, var h) && Arrays.equals(low, l) && Arrays.equals(high, h);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
    }

    @Override
    public String toString() {
        return "from " + Arrays.toString(low) + " to " + Arrays.toString(high);
    }
}
