package dev.simulacra.tables.synthesis;

/// Sampled rows as states and ranks.
///
/// @param states the states of each column, by column and row
/// @param ranks  the ranks of each column, by column and row; 0 where a state has none
@SuppressWarnings("ArrayRecordComponent") // handed over rather than copied
record SampledCells(int[][] states, float[][] ranks) {
    static SampledCells of(int columns, int rows) {
        return new SampledCells(new int[columns][rows], new float[columns][rows]);
    }

    /// The number of rows.
    int rows() {
        return states[0].length;
    }
}
