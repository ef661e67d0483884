package dev.simulacra.judging.baseline;

import dev.simulacra.judging.rows.Draws;
import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Table;
import java.util.stream.IntStream;

/// Columns drawn independently of each other, each from the cells of the training rows with replacement.
public record IndependentColumns() implements ReferenceGenerator {
    @Override
    public String title() {
        return "independent columns";
    }

    @Override
    public Table rows(Table train, long seed, int rows) {
        return new Table(train.schema(), IntStream.range(0, train.columns().size())
                .mapToObj(c -> {
                    Draws draws = Draws.of(seed, "independent columns/" + c);
                    int[] from = IntStream.range(0, rows).map(_ -> draws.below(train.rows())).toArray();
                    return TableRows.select(train.columns().get(c), from);
                })
                .toList());
    }
}
