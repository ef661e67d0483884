package dev.simulacra.tables.synthesis;

import dev.simulacra.tables.Table;

/// The endless sequence of the rows that a synthesizer gives for one seed.
public final class SyntheticRows {
    private final TableEncoding encoding;
    private final CellSampler sampler;

    SyntheticRows(TableEncoding encoding, CellSampler sampler) {
        this.encoding = encoding;
        this.sampler = sampler;
    }

    /// Rows `first` to `first + count − 1`.
    ///
    /// @throws IllegalArgumentException where `first` is negative or `count` below 1
    public Table rows(long first, int count) {
        if (first < 0 || count < 1) {
            throw new IllegalArgumentException("rows: " + count + " rows from row " + first + " on; the first must be"
                    + " at least 0, and at least 1 row is required");
        }
        return encoding.decode(sampler.rows(first, count));
    }
}
