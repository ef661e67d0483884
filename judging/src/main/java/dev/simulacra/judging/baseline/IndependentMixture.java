package dev.simulacra.judging.baseline;

import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Table;
import java.util.Arrays;
import java.util.List;

/// A mixture of independent columns, with as many components as predict held-out rows best: hard to beat for so plain a
/// model, and its density is known.
///
/// The number of components is chosen among 8, 16, 32 … 512 by the mean log density of a random tenth of the
/// training rows; the mixture is then fitted to all of them.
public record IndependentMixture() implements ReferenceGenerator {
    private static final List<Integer> CANDIDATES = List.of(8, 16, 32, 64, 128, 256, 512);
    /// Fewer rows than this cannot be divided.
    private static final int FEWEST = 20;

    @Override
    public String title() {
        return "mixture of independent columns";
    }

    @Override
    public Table rows(Table train, long seed, int rows) {
        return fit(train, seed).rows(rows, seed);
    }

    /// The mixture fitted to `train`.
    public FittedMixture fit(Table train, long seed) {
        if (train.rows() < FEWEST) {
            return FittedMixture.of(train, 1, seed);
        }
        List<Table> parts = TableRows.split(train, train.rows() / 10, seed);
        int best = 1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int components : CANDIDATES) {
            FittedMixture mixture = FittedMixture.of(parts.getLast(), components, seed);
            double mean = Arrays.stream(mixture.logDensity(parts.getFirst())).average().orElseThrow();
            if (mean <= highest || components > train.rows() / 4) {
                break;
            }
            highest = mean;
            best = components;
        }
        return FittedMixture.of(train, best, seed);
    }
}
