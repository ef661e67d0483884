package dev.simulacra.experiments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The columns of an experiment's data: what they are called, and what 0 and 1 of the generator's output mean in them.
///
/// @param header    the columns' names
/// @param mean      what the generator's 0 stands for in each column
/// @param deviation what a difference of 1 stands for
public record Units(List<String> header, float[] mean, float[] deviation) {
    public Units {
        header = List.copyOf(header);
        if (header.size() != mean.length || mean.length != deviation.length) {
            throw new IllegalArgumentException("units: " + header.size() + " names, " + mean.length + " means and "
                    + deviation.length + " deviations; there must be one of each per column");
        }
    }

    /// Columns `x1, x2, …` in the generator's own units.
    public static Units plain(int columns) {
        float[] ones = new float[columns];
        Arrays.fill(ones, 1);
        List<String> header = IntStream.rangeClosed(1, columns).mapToObj(i -> "x" + i).toList();
        return new Units(header, new float[columns], ones);
    }

    public int columns() {
        return mean.length;
    }

    /// Takes `rows`, row-major, from the generator's units to the data's, in place.
    public void apply(float[] rows) {
        for (int i = 0; i < rows.length; i++) {
            int column = i % mean.length;
            rows[i] = (float) ((double) rows[i] * deviation[column] + mean[column]);
        }
    }
}
