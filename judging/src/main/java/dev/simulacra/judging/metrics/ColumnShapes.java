package dev.simulacra.judging.metrics;

import dev.simulacra.judging.rows.SharedWords;
import dev.simulacra.tables.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The similarity of the columns of two tables, one by one: SDMetrics' property Column Shapes.
///
/// @param columns the columns that are learned, in order
public record ColumnShapes(List<ColumnShape> columns) {
    public ColumnShapes {
        columns = List.copyOf(columns);
    }

    /// The similarity of the columns of `synthetic` to those of `real`.
    ///
    /// @throws IllegalArgumentException where the tables have other columns
    public static ColumnShapes of(Table real, Table synthetic) {
        List<Table> aligned = SharedWords.align(real, synthetic);
        Table r = aligned.getFirst();
        Table s = aligned.getLast();
        return new ColumnShapes(IntStream.range(0, r.schema().size())
                .parallel()
                .mapToObj(i -> ColumnShape.of(
                        r.schema().names().get(i), r.columns().get(i), s.columns().get(i)))
                .toList());
    }

    /// The mean score; columns without one do not count.
    public double score() {
        return mean(ColumnShape::score);
    }

    /// `100 (1 − score)`: the shape error in percent.
    public double errorPercent() {
        return 100 * (1 - score());
    }

    /// The shape error in percent of a perfect generator, in the mean.
    public double expectedErrorPercent() {
        return 100 * (1 - mean(ColumnShape::expected));
    }

    private double mean(ToDoubleFunction<ColumnShape> of) {
        return columns.stream().mapToDouble(of).filter(x -> !Double.isNaN(x)).average().orElse(Double.NaN);
    }
}
