package dev.simulacra.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The columns of a data set: their names, and the map between the data's units and those that the players see.
///
/// @param names           one name a column
/// @param standardization the map from the data's units to the players'
public record Columns(List<String> names, Standardization standardization) {
    private static final String LABEL = "label";

    /// @throws IllegalArgumentException where there is not one name for each column
    public Columns {
        names = List.copyOf(names);
        if (names.size() != standardization.columns()) {
            throw new IllegalArgumentException("columns: " + names.size() + " names and " + standardization.columns()
                    + " means; there must be one of each per column");
        }
    }

    /// Columns `x1, x2, …`, which the players see in the data's own units.
    ///
    /// @throws IllegalArgumentException where `count` is below 1
    public static Columns plain(int count) {
        List<String> names = IntStream.rangeClosed(1, count).mapToObj(i -> "x" + i).toList();
        return new Columns(names, Standardization.identity(count));
    }

    /// Columns `x1, x2, …` of rows drawn from `population`, in the units of the data: where the players see them
    /// [rescaled][Rescaled], in the units before.
    public static Columns of(KnownDistribution population) {
        Columns plain = plain(population.dimension());
        return population instanceof Rescaled rescaled ? new Columns(plain.names, rescaled.standardization()) : plain;
    }

    /// The number of columns.
    public int count() {
        return names.size();
    }

    /// These columns and a last one, `label`, for the number of a label.
    public Columns withLabel() {
        List<String> more = new ArrayList<>(names);
        more.add(LABEL);
        double[] mean = Arrays.copyOf(standardization.mean(), more.size());
        double[] deviation = Arrays.copyOf(standardization.deviation(), more.size());
        deviation[names.size()] = 1;
        return new Columns(more, new Standardization(mean, deviation));
    }
}
