package dev.simulacra.judging.metrics;

import dev.simulacra.judging.rows.SharedWords;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import java.util.List;
import java.util.stream.IntStream;

/// The similarity of the relations between all pairs of columns of two tables: SDMetrics' property Column Pair Trends.
///
/// @param pairs the pairs (i, j) with i < j, in order
public record ColumnPairTrends(List<PairTrend> pairs) {
    public ColumnPairTrends {
        pairs = List.copyOf(pairs);
    }

    /// The similarity of all relations with the real table's bins.
    public static ColumnPairTrends of(Table real, Table synthetic) {
        return of(real, synthetic, Binning.REAL_EDGES);
    }

    /// The similarity of the relations in `synthetic` to those in `real`. Pairs are computed in parallel; the result
    /// does not depend on it.
    ///
    /// @throws IllegalArgumentException where the tables have other columns
    public static ColumnPairTrends of(Table real, Table synthetic, Binning binning) {
        List<Table> aligned = SharedWords.align(real, synthetic);
        Table r = aligned.getFirst();
        Table s = aligned.getLast();
        int columns = r.schema().size();
        List<ColumnCodes> codes = IntStream.range(0, columns)
                .parallel()
                .mapToObj(i -> ColumnCodes.of(r.columns().get(i), s.columns().get(i), binning))
                .toList();
        return new ColumnPairTrends(IntStream.range(0, columns * columns)
                .filter(at -> at / columns < at % columns)
                .parallel()
                .mapToObj(at -> pair(r, s, codes, at / columns, at % columns))
                .toList());
    }

    private static PairTrend pair(Table real, Table synthetic, List<ColumnCodes> codes, int i, int j) {
        return PairTrend.of(real.schema().names().get(i), real.schema().names().get(j), columns(real, i, j),
                columns(synthetic, i, j), codes.get(i), codes.get(j));
    }

    private static Column[] columns(Table table, int i, int j) {
        return new Column[] {table.columns().get(i), table.columns().get(j)};
    }

    /// The mean score; pairs without one do not count. NaN where there are none.
    public double score() {
        return pairs.stream().mapToDouble(PairTrend::score).filter(x -> !Double.isNaN(x)).average().orElse(Double.NaN);
    }

    /// `100 (1 − score)`: the trend error in percent.
    public double errorPercent() {
        return 100 * (1 - score());
    }
}
