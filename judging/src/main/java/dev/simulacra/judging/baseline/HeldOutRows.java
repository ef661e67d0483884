package dev.simulacra.judging.baseline;

import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Table;

/// Real rows that were held out of the training, in random order: what a perfect generator looks like.
///
/// @param holdout the rows
public record HeldOutRows(Table holdout) implements ReferenceGenerator {
    @Override
    public String title() {
        return "held-out real rows";
    }

    @Override
    public Table rows(Table train, long seed, int rows) {
        return TableRows.cycled(holdout, Math.min(rows, holdout.rows()), seed);
    }
}
