package dev.simulacra.judging.privacy;

import dev.simulacra.judging.rows.NearestRows;
import dev.simulacra.judging.rows.RowDistance;
import dev.simulacra.judging.rows.SharedWords;
import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.Schema;
import java.util.List;
import java.util.stream.IntStream;

/// Attacks on a known person by the nearest synthetic rows.
///
/// Source: Giomi et al. 2023 (arXiv:2211.10459).
public final class NeighbourAttack {
    /// A guessed number counts as right within this share of the range of the training rows.
    private static final double CLOSE = 0.05;

    private NeighbourAttack() {}

    /// The risk of inference: who knows all other cells of a person guesses the cell of column `secret` as that of the
    /// nearest synthetic row.
    ///
    /// @param attacks at most so many training rows are attacked, and as many held-out rows
    /// @throws IllegalArgumentException where there is no such column, or no other
    public static AttackRisk inference(
            Table train, Table holdout, Table synthetic, String secret, int attacks, long seed) {
        List<Table> aligned = targets(train, holdout, synthetic, attacks, seed);
        int column = aligned.getFirst().schema().names().indexOf(secret);
        if (column < 0) {
            throw new IllegalArgumentException("inference attack: there is no column " + secret + "; the columns are "
                    + aligned.getFirst().schema().names());
        }
        double close = CLOSE * range(train.columns().get(train.schema().names().indexOf(secret)));
        int[] known = IntStream.range(0, aligned.getFirst().columns().size()).filter(c -> c != column).toArray();
        return new AttackRisk("inference of " + secret, aligned.getFirst().rows(),
                guessed(aligned.get(0), aligned.get(2), known, column, close),
                guessed(aligned.get(1), aligned.get(2), known, column, close));
    }

    /// The risk of linkage: who has half of a person's cells from one source and half from another finds by the nearest
    /// synthetic row that they belong together.
    ///
    /// @throws IllegalArgumentException where there are fewer than two columns
    public static AttackRisk linkage(Table train, Table holdout, Table synthetic, int attacks, long seed) {
        List<Table> aligned = targets(train, holdout, synthetic, attacks, seed);
        int columns = aligned.getFirst().columns().size();
        int[] left = IntStream.range(0, columns).filter(c -> c % 2 == 0).toArray();
        int[] right = IntStream.range(0, columns).filter(c -> c % 2 == 1).toArray();
        return new AttackRisk("linkage", aligned.getFirst().rows(), linked(aligned.get(0), aligned.get(2), left, right),
                linked(aligned.get(1), aligned.get(2), left, right));
    }

    private static List<Table> targets(Table train, Table holdout, Table synthetic, int attacks, long seed) {
        int n = Math.min(attacks, Math.min(train.rows(), holdout.rows()));
        return SharedWords.align(List.of(TableRows.sample(train, n, seed), TableRows.sample(holdout, n, seed),
                synthetic));
    }

    private static double range(Column column) {
        if (!(column instanceof Column.Numbers(var values))) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double x : values) {
            least = x < least ? x : least;
            most = x > most ? x : most;
        }
        return Math.max(0, most - least);
    }

    private static int guessed(Table targets, Table synthetic, int[] known, int secret, double close) {
        int[] nearest = nearest(targets, synthetic, known);
        return (int) IntStream.range(0, nearest.length)
                .filter(row -> isRight(targets.columns().get(secret), row, synthetic.columns().get(secret),
                        nearest[row], close))
                .count();
    }

    private static boolean isRight(Column truth, int row, Column guesses, int guess, double close) {
        if (truth.isMissing(row) || guesses.isMissing(guess)) {
            return truth.isMissing(row) && guesses.isMissing(guess);
        }
        if (truth instanceof Column.Words(_, var codes) && guesses instanceof Column.Words(_, var guessed)) {
            return codes[row] == guessed[guess];
        }
        return truth instanceof Column.Numbers(var values) && guesses instanceof Column.Numbers(var guessed)
                && Math.abs(values[row] - guessed[guess]) <= close;
    }

    private static int linked(Table targets, Table synthetic, int[] left, int[] right) {
        int[] first = nearest(targets, synthetic, left);
        int[] second = nearest(targets, synthetic, right);
        return (int) IntStream.range(0, first.length).filter(row -> first[row] == second[row]).count();
    }

    private static int[] nearest(Table targets, Table synthetic, int... columns) {
        Table known = columns(synthetic, columns);
        return NearestRows.of(columns(targets, columns), known, known, RowDistance.GOWER).index();
    }

    private static Table columns(Table table, int... columns) {
        return new Table(new Schema(IntStream.of(columns).mapToObj(c -> table.schema().columns().get(c)).toList()),
                IntStream.of(columns).mapToObj(c -> table.columns().get(c)).toList());
    }
}
