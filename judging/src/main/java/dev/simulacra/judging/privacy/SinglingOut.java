package dev.simulacra.judging.privacy;

import dev.simulacra.judging.rows.Draws;
import dev.simulacra.judging.rows.SharedWords;
import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The attack of singling out: a description, read off a synthetic row, that holds for exactly one training row.
///
/// A description has a condition on each of a few random columns: a word equal, a cell missing, a number at least or at
/// most the synthetic row's, on the side away from the median. Only descriptions that hold for exactly one synthetic
/// row are tried. Each is tried on the training rows and on equally many held-out rows.
///
/// Source: Giomi et al. 2023 (arXiv:2211.10459), multivariate attack.
public final class SinglingOut {
    private static final int CONDITIONS = 4;
    private static final int TRIES_EACH = 20;

    private SinglingOut() {}

    /// The risk by at most `attacks` descriptions; fewer where the synthetic rows yield fewer.
    ///
    /// @throws IllegalArgumentException where the tables have other columns
    public static AttackRisk of(Table train, Table holdout, Table synthetic, int attacks, long seed) {
        int n = Math.min(train.rows(), holdout.rows());
        List<Table> aligned = SharedWords.align(List.of(TableRows.sample(train, n, seed),
                TableRows.sample(holdout, n, seed), synthetic));
        Table rows = aligned.get(2);
        double[] medians = rows.columns().stream().mapToDouble(SinglingOut::median).toArray();
        Draws draws = Draws.of(seed, "singling out");
        int made = 0;
        int successes = 0;
        int others = 0;
        for (int tries = 0; made < attacks && tries < TRIES_EACH * attacks; tries++) {
            int row = draws.below(rows.rows());
            int[] order = draws.permutation(rows.columns().size());
            int[] columns = Arrays.copyOf(order, Math.min(CONDITIONS, order.length));
            if (holdsForOne(rows, row, columns, medians, rows)) {
                made++;
                successes += holdsForOne(rows, row, columns, medians, aligned.get(0)) ? 1 : 0;
                others += holdsForOne(rows, row, columns, medians, aligned.get(1)) ? 1 : 0;
            }
        }
        return new AttackRisk("singling out", made, successes, others);
    }

    private static double median(Column column) {
        return column instanceof Column.Numbers(var values)
                ? Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted()
                        .skip(Arrays.stream(values).filter(x -> !Double.isNaN(x)).count() / 2).findFirst().orElse(0)
                : 0;
    }

    private static boolean holdsForOne(Table from, int row, int[] columns, double[] medians, Table table) {
        return IntStream.range(0, table.rows())
                .filter(other -> Arrays.stream(columns)
                        .allMatch(c -> holds(from.columns().get(c), row, table.columns().get(c), other, medians[c])))
                .limit(2)
                .count() == 1;
    }

    private static boolean holds(Column from, int row, Column column, int other, double median) {
        if (from.isMissing(row) || column.isMissing(other)) {
            return from.isMissing(row) && column.isMissing(other);
        }
        if (from instanceof Column.Words(_, var known) && column instanceof Column.Words(_, var codes)) {
            return known[row] == codes[other];
        }
        if (from instanceof Column.Numbers(var known) && column instanceof Column.Numbers(var values)) {
            return known[row] >= median ? values[other] >= known[row] : values[other] <= known[row];
        }
        return true;
    }
}
